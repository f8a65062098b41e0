/* SPDX-License-Identifier: MIT */
/* Timers that follow the wall clock when it is set, and those that do not. */
#include "debug/selftest.h"
#include "time/itimer.h"

#include "arch.h"

static uint64_t fired;

static void count_fire(struct itimer *it, uint64_t count)
{
    (void)it;
    fired += count;
}

static const struct clock wall = { CLOCK_BASE_WALL, NULL };

SELFTEST(itimer_follows_the_wall_clock)
{
    struct itimer it = { .interval_ns = 0 };
    uint64_t before = wall_clock_now_ns();
    const struct itimer_value hour = { .left_ns = before +
                                                  3600ull * NS_PER_SECOND };
    fired = 0;
    itimer_init(&it, count_fire);
    itimer_set(&it, &wall, &hour, true);
    timer_tick();
    SELFTEST_CHECK(fired == 0);
    clock_set_wall(before + 3601ull * NS_PER_SECOND);
    timer_tick();
    SELFTEST_CHECK(fired == 1 && it.expires_ns == 0);
    clock_set_wall(before);
}

SELFTEST(itimer_relative_stays)
{
    struct itimer it = { .interval_ns = 0 };
    uint64_t before = wall_clock_now_ns();
    const struct itimer_value hour = { .left_ns = 3600ull * NS_PER_SECOND };
    fired = 0;
    itimer_init(&it, count_fire);
    itimer_set(&it, &wall, &hour, false);
    clock_set_wall(before + 7200ull * NS_PER_SECOND);
    timer_tick();
    SELFTEST_CHECK(fired == 0);
    SELFTEST_CHECK(itimer_get(&it).left_ns <= hour.left_ns);
    SELFTEST_CHECK(itimer_get(&it).left_ns > hour.left_ns / 2);
    itimer_stop(&it);
    clock_set_wall(before);
}
