/* SPDX-License-Identifier: MIT */
/*
 * restart_syscall(2) went on with a sleep that a handler had interrupted, also after
 * the handler's return had given the sleep up; but not in a program that the handler
 * executed instead of returning.
 */
#include "../tap.h"
#include "../raw.h"

#include <sys/time.h>

enum { SLEEP_MS = 300, SOON_US = 20000 };

static char **args;

static void execs(int sig)
{
    (void)sig;
    execv(args[0], (char *[]){args[0], (char *)"again", NULL});
}

static void returns(int sig)
{
    (void)sig;
}

/* Sleeps and is interrupted.  Returns: whether it was before the sleep's end. */
static bool is_interrupted(void (*handler)(int))
{
    const struct timespec request = {SLEEP_MS / 1000, SLEEP_MS % 1000 * 1000000};
    const struct itimerval soon = {{0, 0}, {0, SOON_US}};

    handle(SIGALRM, handler, 0);
    must(setitimer(ITIMER_REAL, &soon, NULL));
    return nanosleep(&request, NULL) == -1;
}

static int child_executes(void *unused)
{
    (void)unused;
    is_interrupted(execs);
    return TAP_CHILD_FAILED;
}

int main(int argc, char **argv)
{
    args = argv;
    if (argc > 1)
        return raw_call(SYS_restart_syscall, 0, 0, 0) == 0 ? 3 : 4;
    plan(3);
    is(raw_call(SYS_restart_syscall, 0, 0, 0), -EINTR, "nothing was interrupted");
    while (!is_interrupted(returns))
        continue;
    is(raw_call(SYS_restart_syscall, 0, 0, 0), -EINTR, "after the handler's return");
    ok(exited_with(child_run(child_executes, NULL), 3), "in another program");
    return done();
}
