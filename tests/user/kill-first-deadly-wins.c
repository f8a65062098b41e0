/* SPDX-License-Identifier: MIT */
/*
 * The first signal that ends a process, sent while it can be ended at once, is
 * the one that it dies of, whatever follows; of those that had to wait, because
 * it was stopped or had them blocked, it is the lowest, but SIGKILL before all.
 */
#include "tap.h"

enum way { ASLEEP, STOPPED, BLOCKED };

static const struct {
    const char *what;
    enum way way;
    int first, second, died_of;
} rows[] = {
    {"SIGTERM, then SIGHUP", ASLEEP, SIGTERM, SIGHUP, SIGTERM},
    {"SIGHUP, then SIGTERM", ASLEEP, SIGHUP, SIGTERM, SIGHUP},
    {"SIGTERM, then SIGKILL", ASLEEP, SIGTERM, SIGKILL, SIGTERM},
    {"SIGTERM, then SIGQUIT", ASLEEP, SIGTERM, SIGQUIT, SIGTERM},
    {"SIGTERM, then SIGSTOP", ASLEEP, SIGTERM, SIGSTOP, SIGTERM},
    {"a real-time one, then SIGTERM", ASLEEP, 34, SIGTERM, 34},
    {"one that is handled, then SIGTERM", ASLEEP, SIGUSR1, SIGTERM, SIGTERM},
    {"both while it is stopped", STOPPED, SIGTERM, SIGHUP, SIGHUP},
    {"SIGKILL while it is stopped", STOPPED, SIGTERM, SIGKILL, SIGKILL},
    {"one handled, while stopped", STOPPED, SIGUSR1, SIGTERM, SIGTERM},
    {"both while they are blocked", BLOCKED, SIGTERM, SIGHUP, SIGHUP},
    {"the other way round", BLOCKED, SIGHUP, SIGTERM, SIGHUP},
};
enum { ROWS = sizeof rows / sizeof *rows };

static void no_end(int sig)
{
    (void)sig;
}

static int go[2];

/* Waits to be killed; with signals blocked until it is told to go on. */
static int child_waits(void *blocked)
{
    sigset_t all;
    char byte;

    handle(SIGUSR1, no_end, 0);
    sigfillset(&all);
    if (*(bool *)blocked)
        expect(sigprocmask(SIG_BLOCK, &all, NULL) == 0);
    while (read(go[0], &byte, 1) != 1)
        continue;
    expect(sigprocmask(SIG_UNBLOCK, &all, NULL) == 0);
    return TAP_CHILD_FAILED;
}

/* The signal that a child dies of, when two come at once. */
static int child_dies_of(enum way way, int first, int second)
{
    bool blocked = way == BLOCKED;
    pid_t child = child_start(child_waits, &blocked);
    int status;

    if (!wait_until(is_asleep(child)))
        return 0;
    if (way == STOPPED) {
        must(kill(child, SIGSTOP));
        must(waitpid(child, &status, WUNTRACED));
    }
    must(kill(child, first));
    must(kill(child, second));
    must(kill(child, SIGCONT));
    if (blocked)
        must(write(go[1], "g", 1));
    status = child_wait(child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

int main(void)
{
    plan(ROWS);
    must(pipe(go));
    for (int i = 0; i < ROWS; i++)
        is(child_dies_of(rows[i].way, rows[i].first, rows[i].second),
           rows[i].died_of, rows[i].what);
    return done();
}
