/* SPDX-License-Identifier: MIT */
/*
 * A process that waits in vfork(2) was ended by SIGKILL only: any signal ends it
 * whose action is to end the process.
 */
#include "tap.h"

static int answer[2];

/* vfork, where the child sends SIG and tells whether its parent goes. */
static int parent_waits(int sig)
{
    pid_t parent = getpid();

    if (vfork() == 0) {
        kill(parent, sig);
        for (int i = 0; i < TAP_POLL_LIMIT && getppid() == parent; i++)
            tap_nap();
        if (write(answer[1], getppid() == parent ? "s" : "g", 1) != 1)
            _exit(1);
        _exit(0);
    }
    return 1;
}

static int parent_waits_for_term(void *unused)
{
    (void)unused;
    return parent_waits(SIGTERM);
}

static int parent_waits_for_realtime(void *unused)
{
    (void)unused;
    return parent_waits(SIGRTMAX);
}

int main(void)
{
    char c = 0;

    plan(4);
    must(pipe(answer));
    ok(killed_by(child_run(parent_waits_for_term, NULL), SIGTERM), "SIGTERM ends it");
    ok(read(answer[0], &c, 1) == 1 && c == 'g', "while its child runs");
    ok(killed_by(child_run(parent_waits_for_realtime, NULL), SIGRTMAX),
       "so does a real-time signal");
    ok(read(answer[0], &c, 1) == 1 && c == 'g', "while its child runs");
    return done();
}
