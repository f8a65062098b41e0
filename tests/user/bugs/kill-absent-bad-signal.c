/* SPDX-License-Identifier: MIT */
/*
 * A process that is not there comes before a signal that is none: kill() says
 * ESRCH.  It once said EINVAL.
 */
#include "tap.h"

int main(void)
{
    pid_t gone = child_start(child_pauses, NULL);

    plan(2);
    child_kill(gone);
    fails(kill(gone, 65), ESRCH, "an absent process and no signal: ESRCH");
    fails(kill(getpid(), 65), EINVAL, "EINVAL where there is a process");
    return done();
}
