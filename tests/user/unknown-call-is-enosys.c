/* SPDX-License-Identifier: MIT */
/*
 * A system-call number that does not exist returns -ENOSYS, and the program
 * goes on (syscalls(2)).
 */
#include "tap.h"
#include "raw.h"

int main(void)
{
    plan(5);
    is(raw_call(RAW_NO_SUCH_CALL, 1, 2, 3), -ENOSYS, "number 511");
    is(raw_call(100000, 1, 2, 3), -ENOSYS, "number 100000");
    is(raw_call(-1, 1, 2, 3), -ENOSYS, "number -1");
    is(raw_call(0x7fffffff, 1, 2, 3), -ENOSYS, "the largest number");
    is(raw_call((long)0x80000000, 1, 2, 3), -ENOSYS, "the smallest number");
    return done();
}
