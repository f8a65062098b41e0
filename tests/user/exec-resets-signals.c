/* SPDX-License-Identifier: MIT */
/*
 * Over execve() caught signals become default, ignored ones stay ignored, flags
 * and handlers' masks go, the mask and the pending signals are kept, and the alarm runs on
 * (execve(2), signal(7)).
 */
#include "tap.h"

static void handler_nop(int sig)
{
    (void)sig;
}

static void handle_masking_term(int sig, void (*handler)(int))
{
    struct sigaction act;

    memset(&act, 0, sizeof act);
    act.sa_handler = handler;
    act.sa_flags = SA_RESTART;
    sigaddset(&act.sa_mask, SIGTERM);
    must(sigaction(sig, &act, NULL));
}

static int second_life(void)
{
    struct sigaction act;
    sigset_t set;

    expect(sigaction(SIGUSR1, NULL, &act) == 0);
    expect(act.sa_handler == SIG_DFL && (act.sa_flags & SA_RESTART) == 0);
    expect(sigismember(&act.sa_mask, SIGTERM) == 0);
    expect(sigaction(SIGHUP, NULL, &act) == 0);
    expect(act.sa_handler == SIG_IGN && (act.sa_flags & SA_RESTART) == 0);
    expect(sigprocmask(SIG_BLOCK, NULL, &set) == 0);
    expect(sigismember(&set, SIGUSR2) == 1);
    expect(sigismember(&set, SIGUSR1) == 0);
    expect(sigpending(&set) == 0);
    expect(sigismember(&set, SIGUSR2) == 1);
    expect(alarm(0) > 900);
    return 9;
}

int main(int argc, char **argv)
{
    char *args[] = {argv[0], (char *)"again", NULL};
    pid_t pid;

    if (argc > 1)
        return second_life();
    plan(1);
    pid = fork();
    if (pid == 0) {
        handle_masking_term(SIGUSR1, handler_nop);
        handle(SIGHUP, SIG_IGN, SA_RESTART);
        mask_one(SIG_BLOCK, SIGUSR2);
        raise(SIGUSR2);
        alarm(1000);
        execv(argv[0], args);
        _exit(127);
    }
    ok(exited_with(child_wait(pid), 9),
       "the new program finds actions, mask, pending set and alarm right");
    return done();
}
