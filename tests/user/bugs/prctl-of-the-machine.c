/* SPDX-License-Identifier: MIT */
/*
 * prctl() did not know what programs ask of the machine: whether they may read the
 * time-stamp counter, and what a memory error does; nor ioctl() the size of a block.
 */
#include "tap.h"

#include <sys/ioctl.h>
#include <sys/prctl.h>

enum {
    GET_TSC = 25, SET_TSC, TSC_ENABLE = 1, MCE_KILL_GET = 34, MCE_KILL_DEFAULT = 2,
    BLOCK_SIZE_GET = 2 /* FIGETBSZ */
};

int main(void)
{
    int value = 0;

    plan(11);
    is(prctl(GET_TSC, &value, 0UL, 0UL, 0UL), 0, "PR_GET_TSC");
    is(value, TSC_ENABLE, "it may be read");
    fails(prctl(GET_TSC, (void *)8, 0UL, 0UL, 0UL), EFAULT, "a bad address");
    is(prctl(SET_TSC, (long)TSC_ENABLE, 0UL, 0UL, 0UL), 0, "PR_SET_TSC");
    fails(prctl(SET_TSC, 3UL, 0UL, 0UL, 0UL), EINVAL, "an unknown mode");
    is(prctl(MCE_KILL_GET, 0UL, 0UL, 0UL, 0UL), MCE_KILL_DEFAULT,
       "PR_MCE_KILL_GET");
    fails(prctl(MCE_KILL_GET, 1UL, 0UL, 0UL, 0UL), EINVAL, "with an argument");
    value = 0;
    is(ioctl(STDIN_FILENO, BLOCK_SIZE_GET, &value), 0, "FIGETBSZ");
    ok(value > 0, "a size");
    fails(ioctl(STDIN_FILENO, BLOCK_SIZE_GET, (void *)8), EFAULT, "bad address");
    fails(ioctl(-1, BLOCK_SIZE_GET, &value), EBADF, "no file");
    return done();
}
