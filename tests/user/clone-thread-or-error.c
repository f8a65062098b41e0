/* SPDX-License-Identifier: MIT */
/*
 * A program that asks clone(2) for a thread, in the way of a C library, gets one
 * or EINVAL, and in that case nothing has happened.
 */
#include "clone.h"
#include "raw.h"

enum {
    THREAD_FLAGS = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND |
                   CLONE_THREAD | CLONE_SYSVSEM | CLONE_PARENT_SETTID |
                   CLONE_CHILD_CLEARTID,
    UNTOUCHED = -1
};

static volatile int ran, parent_tid = UNTOUCHED, child_tid = UNTOUCHED;

/* Ends this thread only, not the process; the kernel clears child_tid then. */
static int thread(void *unused)
{
    (void)unused;
    ran = 1;
    raw_call(SYS_exit, 0, 0, 0);
    return 1;
}

int main(void)
{
    static _Alignas(16) char stack[CLONE_STACK_BYTES];
    int tid;

    plan(4);
    tid = clone(thread, stack + sizeof stack, THREAD_FLAGS, NULL, &parent_tid,
                NULL, &child_tid);
    ok(tid > 0 || (tid == -1 && errno == EINVAL), "a thread, or EINVAL");
    ok(wait_until(tid == -1 || child_tid == 0), "a thread ends");
    ok(tid == -1 ? !ran && child_tid == UNTOUCHED && parent_tid == UNTOUCHED
                 : ran && parent_tid == tid, "no half of it was done");
    fails(wait(NULL), ECHILD, "there is no new child");
    return done();
}
