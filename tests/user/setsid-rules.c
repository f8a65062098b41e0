/* SPDX-License-Identifier: MIT */
/*
 * setsid() makes a session and a group named by the caller's pid, without a
 * terminal; a group leader may not (setsid(2)).
 */
#include "tap.h"

static int child_makes_session(void *unused)
{
    (void)unused;
    expect(setsid() == getpid());
    expect(getsid(0) == getpid() && getpgrp() == getpid());
    expect(proc_stat_field(getpid(), 6) == getpid());
    expect(proc_stat_field(getpid(), 7) == 0);
    expect(open("/dev/tty", O_RDWR) == -1 && errno == ENXIO);
    expect(setsid() == -1 && errno == EPERM);
    return 0;
}

static int child_leads_group(void *unused)
{
    (void)unused;
    expect(setpgid(0, 0) == 0);
    return setsid() == -1 && errno == EPERM ? 0 : 1;
}

int main(void)
{
    plan(2);
    ok(exited_with(child_run(child_makes_session, NULL), 0),
       "a child makes a session, once");
    ok(exited_with(child_run(child_leads_group, NULL), 0),
       "a group leader may not: EPERM");
    return done();
}
