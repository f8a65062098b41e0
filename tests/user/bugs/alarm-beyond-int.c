/* SPDX-License-Identifier: MIT */
/*
 * alarm(2) takes and returns seconds up to UINT_MAX.  Of more than INT_MAX that
 * were left it once returned 1.
 */
#include "tap.h"
#include "raw.h"

static const unsigned seconds[] = {
    2147483647u, 2147483748u, 3000000000u, 4294900000u
};
enum { TIMES = sizeof seconds / sizeof *seconds, TOLERANCE = 60000 };

int main(void)
{
    plan(TIMES);
    for (int i = 0; i < TIMES; i++) {
        unsigned left;

        raw_call(SYS_alarm, (long)seconds[i], 0, 0);
        left = (unsigned)raw_call(SYS_alarm, 0, 0, 0);
        if (!ok(left <= seconds[i] && left > seconds[i] - TOLERANCE,
                "as many are left as were set"))
            diag("%u of %u", left, seconds[i]);
    }
    return done();
}
