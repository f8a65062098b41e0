/* SPDX-License-Identifier: MIT */
/*
 * set_thread_area() of entry 3 said ESRCH: counted from the first entry of a
 * process it is -3, which is that error's number too (set_thread_area(2)).
 */
#include "tap.h"

enum { SET_THREAD_AREA = 243, BITS_32 = 1 };

int main(void)
{
    plan(3);
    for (unsigned entry = 2; entry < 5; entry++) {
        unsigned area[] = {entry, 0, 1, BITS_32};

        fails(syscall(SET_THREAD_AREA, area), EINVAL, "none of ours: EINVAL");
    }
    return done();
}
