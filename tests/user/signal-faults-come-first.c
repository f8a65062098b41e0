/* SPDX-License-Identifier: MIT */
/*
 * Of the signals that wait, those that faults make are taken first, whoever sent
 * them; the others follow by number, as on Linux.
 */
#include "tap.h"

static volatile sig_atomic_t taken[2], count;

static void on_signal(int sig)
{
    if (count < 2)
        taken[count] = sig;
    count++;
}

/* No handler interrupts another, so they run as the signals are taken. */
static void handle_alone(int sig)
{
    struct sigaction act = {.sa_handler = on_signal};

    sigfillset(&act.sa_mask);
    must(sigaction(sig, &act, NULL));
}

int main(void)
{
    static const struct {
        int sig;
        const char *name;
    } rows[] = {{SIGILL, "SIGILL"}, {SIGTRAP, "SIGTRAP"}, {SIGBUS, "SIGBUS"},
                {SIGFPE, "SIGFPE"}, {SIGSEGV, "SIGSEGV"}, {SIGSYS, "SIGSYS"}};
    enum { ROWS = sizeof rows / sizeof rows[0] };
    sigset_t all, old;

    plan(ROWS + 1);
    sigfillset(&all);
    handle_alone(SIGHUP);
    handle_alone(SIGPWR);
    for (int i = 0; i <= ROWS; i++) {
        int sig = i < ROWS ? rows[i].sig : SIGPWR;

        count = 0;
        handle_alone(sig);
        must(sigprocmask(SIG_SETMASK, &all, &old));
        must(kill(getpid(), SIGHUP));
        must(kill(getpid(), sig));
        must(sigprocmask(SIG_SETMASK, &old, NULL));
        if (i < ROWS)
            ok(count == 2 && taken[0] == sig, rows[i].name);
        else
            ok(count == 2 && taken[0] == SIGHUP, "SIGPWR has to wait");
    }
    return done();
}
