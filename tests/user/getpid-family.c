/* SPDX-License-Identifier: MIT */
/*
 * getpid, getppid, gettid, getpgrp, getsid and the user ids tell who one is
 * (getpid(2), credentials(7)).
 */
#include "tap.h"
#include "raw.h"

static int child_looks(void *arg)
{
    pid_t parent = *(pid_t *)arg;

    expect(getppid() == parent && getpid() != parent);
    expect(getpgrp() == getpgid(parent) && getsid(0) == getsid(parent));
    expect(raw_call(SYS_gettid, 0, 0, 0) == getpid());
    return 0;
}

int main(void)
{
    pid_t me = getpid();

    plan(10);
    ok(me > 1, "getpid");
    is(getpid(), me, "stays the same");
    is(raw_call(SYS_gettid, 0, 0, 0), me, "gettid is the same");
    is(getpgid(0), getpgrp(), "getpgid(0) is getpgrp()");
    is(getpgid(me), getpgrp(), "getpgid of oneself, too");
    is(getsid(0), getsid(me), "getsid");
    ok(getuid() == geteuid() && getgid() == getegid(), "user and group");
    fails(getpgid(0x7ffffff0), ESRCH, "getpgid of nobody: ESRCH");
    fails(getsid(0x7ffffff0), ESRCH, "getsid of nobody: ESRCH");
    ok(exited_with(child_run(child_looks, &me), 0),
       "a child has its own pid and its parent's group and session");
    return done();
}
