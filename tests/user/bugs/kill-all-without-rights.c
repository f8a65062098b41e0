/* SPDX-License-Identifier: MIT */
/*
 * kill(-1) by one who may signal none of those that are there is no error, and
 * a number that is no signal is one.  It once said ESRCH. Needs: root.
 */
#include "tap.h"

static int child_kills_all(void *sig)
{
    expect(setuid(2001) == 0);
    return kill(-1, *(int *)sig) == 0 ? 0 : errno;
}

int main(void)
{
    int none = 0;
    pid_t other;

    need_root();
    plan(1);
    other = child_start(child_pauses, NULL);
    ok(exited_with(child_run(child_kills_all, &none), 0),
       "kill(-1, 0) among others' processes succeeds");
    child_kill(other);
    return done();
}
