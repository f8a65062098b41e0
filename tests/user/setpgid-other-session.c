/* SPDX-License-Identifier: MIT */
/*
 * setpgid() moves nobody of another session, and nobody into a group of one: EPERM
 * (setpgid(2)).
 */
#include "tap.h"

static int joins(void *group)
{
    return setpgid(0, *(pid_t *)group) == 0 ? 0 : errno;
}

/* In a group of its session it has a child, then it begins another session. */
static int leaves_session(void *unused)
{
    pid_t group = getpgrp(), child = child_start(child_pauses, NULL);

    (void)unused;
    expect(setsid() == getpid());
    expect(setpgid(child, child) == -1 && errno == EPERM);
    expect(setpgid(child, 0) == -1 && errno == EPERM);
    child_kill(child);
    return WEXITSTATUS(child_run(joins, &group));
}

int main(void)
{
    plan(1);
    is(child_run(leaves_session, NULL), W_EXITCODE(EPERM, 0),
       "nobody of another session, nor into a group there");
    return done();
}
