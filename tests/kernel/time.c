/* SPDX-License-Identifier: MIT */
/* Timers and sleepers that follow the wall clock when it is set, forward or back, and
 * those that do not. */
#include <asm/time.h>
#include <tine/errno.h>

#include "arch.h"
#include "debug/selftest.h"
#include "proc/signal.h"
#include "thread.h"
#include "time/itimer.h"

#define HOUR_NS (3600ull * NS_PER_SECOND)

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
    const struct itimer_value hour = { .left_ns = before + HOUR_NS };
    fired = 0;
    itimer_init(&it, count_fire);
    itimer_set(&it, &wall, &hour, true);
    timer_tick();
    SELFTEST_CHECK(fired == 0);
    clock_set_wall(before + HOUR_NS + NS_PER_SECOND);
    timer_tick();
    SELFTEST_CHECK(fired == 1 && it.expires_ns == 0);
    clock_set_wall(before);
}

SELFTEST(itimer_relative_stays)
{
    struct itimer it = { .interval_ns = 0 };
    uint64_t before = wall_clock_now_ns();
    const struct itimer_value hour = { .left_ns = HOUR_NS };
    fired = 0;
    itimer_init(&it, count_fire);
    itimer_set(&it, &wall, &hour, false);
    clock_set_wall(before + 2 * HOUR_NS);
    timer_tick();
    SELFTEST_CHECK(fired == 0);
    SELFTEST_CHECK(itimer_get(&it).left_ns <= hour.left_ns);
    SELFTEST_CHECK(itimer_get(&it).left_ns > hour.left_ns / 2);
    itimer_stop(&it);
    clock_set_wall(before);
}

SELFTEST(itimer_goes_back_with_the_wall_clock)
{
    struct itimer it = { .interval_ns = 0 };
    uint64_t before = wall_clock_now_ns();
    const struct itimer_value hourly = { .left_ns = before + HOUR_NS,
                                         .interval_ns = HOUR_NS };
    fired = 0;
    itimer_init(&it, count_fire);
    itimer_set(&it, &wall, &hourly, true);
    clock_set_wall(before - HOUR_NS);
    timer_tick();
    SELFTEST_CHECK(fired == 0 && itimer_get(&it).left_ns > HOUR_NS);
    clock_set_wall(before + 3 * HOUR_NS + NS_PER_SECOND);
    timer_tick();
    SELFTEST_CHECK(fired == 3); /* those that were leapt over count */
    clock_set_wall(before);
    timer_tick();
    SELFTEST_CHECK(fired == 3 && it.expires_ns == before + 4 * HOUR_NS);
    itimer_stop(&it);
}

/* ---- Sleepers -------------------------------------------------------------------- */

static struct restart sleep_request;
static long sleep_result;

static void sleep_as_requested(void)
{
    sleep_result = clock_sleep(&sleep_request);
}

SELFTEST(clock_sleep_follows_the_wall_clock)
{
    uint64_t before = wall_clock_now_ns();
    sleep_request = (struct restart){ .clock_id = CLOCK_REALTIME,
                                      .is_absolute = true,
                                      .until_ns = before + HOUR_NS };
    struct proc *p = thread_start(sleep_as_requested);
    thread_run_all();
    SELFTEST_CHECK(p->state == PROC_BLOCKED);
    clock_set_wall(before - HOUR_NS);
    thread_run_all();
    SELFTEST_CHECK(p->state == PROC_BLOCKED);
    clock_set_wall(before + HOUR_NS);
    thread_run_all();
    SELFTEST_CHECK(thread_has_ended(p) && sleep_result == 0);
    clock_set_wall(before);
    thread_free(p);
}

SELFTEST(clock_sleep_relative_stays)
{
    uint64_t before = wall_clock_now_ns();
    sleep_request = (struct restart){ .clock_id = CLOCK_MONOTONIC,
                                      .until_ns = clock_now_ns() + HOUR_NS };
    struct proc *p = thread_start(sleep_as_requested);
    thread_run_all();
    clock_set_wall(before + 2 * HOUR_NS);
    thread_run_all();
    SELFTEST_CHECK(p->state == PROC_BLOCKED);
    clock_set_wall(before - 2 * HOUR_NS);
    thread_run_all();
    SELFTEST_CHECK(p->state == PROC_BLOCKED);
    clock_set_wall(before);
    signal_post(p, SIGKILL, NULL);
    thread_run_all();
    SELFTEST_CHECK(thread_has_ended(p) && sleep_result == -ERESTARTBLOCK);
    thread_free(p);
}
