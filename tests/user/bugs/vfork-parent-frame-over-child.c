/* SPDX-License-Identifier: MIT */
/*
 * A process that waits in vfork(2) and gets a signal that it handles, then one
 * that ends it, once pushed the handler's frame over its child, which is on the
 * same stack.  SIGKILL ends it at once, without; others have to wait their turn.
 */
#include "tap.h"

enum { FILL = 0x5a, DEPTH = 4096, LOOKS = 10 };

static int answer[2];

static void handler(int sig)
{
    (void)sig;
}

/* As the vfork child, with a stack in use: whether the parent goes by SIG, and then
 * whether the stack is as it was. */
static void child_looks(pid_t parent, int sig)
{
    volatile unsigned char stack[DEPTH];
    int polls = sig == SIGKILL ? TAP_POLL_LIMIT : LOOKS;
    char told[2] = {'g', 'w'};

    for (int i = 0; i < DEPTH; i++)
        stack[i] = FILL;
    kill(parent, SIGUSR1);
    kill(parent, sig);
    while (getppid() == parent && --polls > 0)
        tap_nap();
    if (getppid() == parent)
        told[0] = 's';
    for (int i = 0; i < DEPTH; i++)
        if (stack[i] != FILL)
            told[1] = 'b';
    _exit(write(answer[1], told, sizeof told) != sizeof told);
}

static int parent_waits(void *sig)
{
    pid_t parent = getpid();

    handle(SIGUSR1, handler, SA_SIGINFO);
    if (vfork() == 0)
        child_looks(parent, *(int *)sig);
    return TAP_CHILD_FAILED;
}

/* Whether a parent dies of SIG, and its child tells WANT of it. */
static bool parent_dies(int sig, const char *want)
{
    char got[3] = "";
    int status = child_run(parent_waits, &sig);

    return killed_by(status, sig) && read(answer[0], got, 2) == 2 &&
           strcmp(got, want) == 0;
}

int main(void)
{
    plan(3);
    must(pipe(answer));
    ok(parent_dies(SIGKILL, "gw"), "SIGKILL: it goes, the child's stack is whole");
    ok(parent_dies(SIGTERM, "sw"), "SIGTERM behind another: it stays so long");
    ok(parent_dies(SIGRTMIN, "sw"), "so with a real-time signal");
    return done();
}
