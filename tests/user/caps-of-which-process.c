/* SPDX-License-Identifier: MIT */
/*
 * Whose sets: capget() tells those of any process, capset() changes only the
 * caller's own (capset(2)).
 * Needs: root
 */
#include "capset.h"

enum { ABSENT = 32767, NEGATIVE = -5 };

static unsigned int data[6];

static long call(int number, int pid, unsigned int *to)
{
    struct caps_header header = {CAPS_VERSION, pid};

    return raw_call(number, (long)&header, (long)to, 0);
}

int main(void)
{
    pid_t child;

    need_root();
    child = child_start(child_pauses, NULL);
    plan(12);
    is(call(SYS_capget, 0, data), 0, "capget of 0");
    is(call(SYS_capset, 0, data), 0, "capset of 0");
    is(call(SYS_capset, getpid(), data), 0, "capset of the caller");
    is(call(SYS_capset, child, data), -EPERM, "capset of another");
    is(call(SYS_capset, ABSENT, data), -EPERM, "capset of nobody");
    is(call(SYS_capset, NEGATIVE, data), -EPERM, "capset of a negative one");
    is(call(SYS_capset, NEGATIVE, NULL), -EPERM, "with a bad address, too");
    is(call(SYS_capget, child, data), 0, "capget of another");
    is(call(SYS_capget, ABSENT, data), -ESRCH, "capget of nobody");
    is(call(SYS_capget, NEGATIVE, data), -EINVAL, "capget of a negative one");
    is(call(SYS_capget, NEGATIVE, NULL), 0, "with no address nobody looks");
    is(call(SYS_capget, 0, (unsigned int *)16), -EFAULT, "a bad address");
    child_kill(child);
    return done();
}
