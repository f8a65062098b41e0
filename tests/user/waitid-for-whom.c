/* SPDX-License-Identifier: MIT */
/*
 * waitid() selects children by P_ALL, P_PID and P_PGID, and by what they have
 * to report; a zombie is no child for who does not ask for ends (waitid(2)).
 */
#include "tap.h"

static int child_exits(void *unused)
{
    (void)unused;
    return 0;
}

static siginfo_t info;

/* Whom a waitid that does not block finds: a pid, 0, or -errno. */
static long found(int type, pid_t id, int options)
{
    info.si_pid = 0;
    if (waitid((idtype_t)type, (id_t)id, &info, options | WNOHANG) == -1)
        return -errno;
    return info.si_pid;
}

int main(void)
{
    enum { UNKNOWN_TYPE = 77, UNKNOWN_OPTION = 0x40000 };
    pid_t first, second, group;

    plan(20);
    is(found(P_ALL, 0, WEXITED), -ECHILD, "no child at all: ECHILD");
    first = child_start(child_exits, NULL);
    second = child_start(child_exits, NULL);
    group = child_start(child_pauses, NULL);
    must(setpgid(group, group));
    must(waitid(P_PID, (id_t)second, &info, WEXITED | WNOWAIT));
    must(waitid(P_PID, (id_t)first, &info, WEXITED | WNOWAIT));
    is(found(P_ALL, 0, WEXITED | WNOWAIT), first,
       "of two that have ended the one made first");
    is(found(P_PGID, 0, WEXITED | WNOWAIT), first, "P_PGID 0: my own group");
    is(found(P_PGID, getpgrp(), WEXITED | WNOWAIT), first, "or by its number");
    is(found(P_PGID, group, WEXITED), 0, "another group has nothing yet");
    is(found(P_PID, second, WSTOPPED), -ECHILD,
       "a zombie cannot stop any more: ECHILD");
    is(found(P_ALL, 0, WSTOPPED | WCONTINUED), 0, "but another child can");
    is(found(P_PID, second, WEXITED), second, "P_PID takes a certain one");
    is(found(P_PID, second, WEXITED), -ECHILD, "once");
    is(found(P_ALL, 0, WEXITED), first, "P_ALL takes the other one");
    must(kill(group, SIGTERM));
    is(waitid(P_PGID, (id_t)group, NULL, WEXITED | WNOWAIT), 0,
       "without a siginfo");
    is(found(P_PGID, group, WEXITED), group, "P_PGID takes its member");
    is(found(P_PGID, group, WEXITED), -ECHILD, "a group without children");

    is(found(P_ALL, 0, 0), -EINVAL, "nothing to wait for: EINVAL");
    is(found(P_ALL, 0, WEXITED | UNKNOWN_OPTION), -EINVAL, "unknown option");
    is(found(UNKNOWN_TYPE, 0, WEXITED), -EINVAL, "unknown type");
    is(found(P_PID, 0, WEXITED), -EINVAL, "P_PID with pid 0");
    is(found(P_PID, -1, WEXITED), -EINVAL, "P_PID with pid -1");
    is(found(P_PGID, -2, WEXITED), -EINVAL, "P_PGID with a negative group");
    is(found(3, 0, WEXITED), -EBADF, "P_PIDFD with another descriptor");
    return done();
}
