/* SPDX-License-Identifier: MIT */
/*
 * setpgid(-1, 0) asks for a group with the number of the process, which is
 * negative: EINVAL comes before ESRCH (setpgid(2), ERRORS).
 */
#include "tap.h"

int main(void)
{
    plan(4);
    is(setpgid(-1, 0), -1, "no such group");
    is(errno, EINVAL, "is EINVAL");
    is(setpgid(32000, 0), -1, "no such process");
    is(errno, ESRCH, "is ESRCH");
    return done();
}
