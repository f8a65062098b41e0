/* SPDX-License-Identifier: MIT */
/*
 * abort() ends the process by SIGABRT even where that is blocked, ignored, or
 * caught by a handler that returns; the handler runs before (abort(3)).
 */
#include "tap.h"

static int told[2];

static void on_abort(int sig)
{
    (void)sig;
    if (write(told[1], "h", 1) != 1)
        _exit(TAP_CHILD_FAILED);
}

static int child_aborts(void *unused)
{
    (void)unused;
    abort();
}

static int child_aborts_blocked(void *unused)
{
    mask_one(SIG_BLOCK, SIGABRT);
    return child_aborts(unused);
}

static int child_aborts_ignored(void *unused)
{
    handle(SIGABRT, SIG_IGN, 0);
    return child_aborts(unused);
}

static int child_aborts_caught(void *unused)
{
    handle(SIGABRT, on_abort, 0);
    return child_aborts(unused);
}

int main(void)
{
    char byte = 0;

    plan(5);
    must(pipe(told));
    ok(killed_by(child_run(child_aborts, NULL), 6), "by default");
    ok(killed_by(child_run(child_aborts_blocked, NULL), 6), "when blocked");
    ok(killed_by(child_run(child_aborts_ignored, NULL), 6), "when ignored");
    ok(killed_by(child_run(child_aborts_caught, NULL), 6), "when caught");
    must(close(told[1]));
    is(read(told[0], &byte, 1), 1, "and the handler has run");
    return done();
}
