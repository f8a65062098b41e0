/* SPDX-License-Identifier: MIT */
/*
 * Who may not set clocks, and which cannot be set (clock_settime(2)).
 * Needs: root
 */
#include "tap.h"

#include "raw.h"
#include <sys/time.h>

static const clockid_t fixed[] = {
    CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID,
    CLOCK_MONOTONIC_RAW, CLOCK_REALTIME_COARSE, CLOCK_BOOTTIME, CLOCK_TAI, 77,
};

enum { FIXED = sizeof fixed / sizeof fixed[0] };

static int child_is_user(void *unused)
{
    struct timespec now = {1000000000, 0};
    struct timeval day = {1000000000, 0};

    (void)unused;
    expect(setuid(2001) == 0);
    expect(clock_settime(CLOCK_REALTIME, &now) == -1 && errno == EPERM);
    expect(settimeofday(&day, NULL) == -1 && errno == EPERM);
    expect(raw_call(25, (long)&now, 0, 0) == -EPERM); /* stime */
    return 0;
}

int main(void)
{
    const struct timespec now = {1000000000, 0}, bad = {1, -1};
    struct timespec res;

    need_root();
    plan(FIXED + 6);
    for (int i = 0; i < FIXED; i++)
        fails(clock_settime(fixed[i], &now), EINVAL, "fixed clocks: EINVAL");
    fails(clock_settime(CLOCK_REALTIME, &bad), EINVAL, "no such time: EINVAL");
    fails(clock_settime(-6, &now), EPERM, "CPU time: EPERM");
    is(raw_call(SYS_clock_settime, CLOCK_REALTIME, 1, 0), -EFAULT, "EFAULT");
    ok(exited_with(child_run(child_is_user, NULL), 0), "a user: EPERM");
    ok(clock_getres(CLOCK_MONOTONIC, &res) == 0 && res.tv_nsec == 1,
       "the clock's resolution is 1 ns");
    fails(clock_getres(77, &res), EINVAL, "no such clock: EINVAL");
    return done();
}
