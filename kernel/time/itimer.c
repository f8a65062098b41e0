/* SPDX-License-Identifier: MIT */
/*
 * Interval timers: armed for the first tick at which the clock surely shows
 * their time, so never early, and armed again from the time they were due,
 * so they do not drift.  One whose time has passed already expires at once.
 *
 * Called by the timer calls, and by the tick.
 * Invariant: expires_ns is 0 exactly if the timer is queued nowhere.
 * Read next: time/alarm.c, time/ptimer.c.
 */
#include "time/itimer.h"

#include "proc/proc.h"

static struct list wall_timers = LIST_INIT(wall_timers);

/* The first tick at which the clock shows IT's time. */
static tick_t itimer_tick(const struct itimer *it)
{
    uint64_t at = it->expires_ns;

    if (it->clock.base == CLOCK_BASE_WALL)
        at -= MIN(at, wall_clock_now_ns() - clock_now_ns());
    return tick_at(at);
}

static void itimer_arm(struct itimer *it)
{
    if (clock_is_cpu(&it->clock)) {
        list_add_tail(&it->clock.proc->cpu_timers, &it->timer.link);
        return;
    }
    if (it->clock.base == CLOCK_BASE_WALL)
        list_add_tail(&wall_timers, &it->wall_link);
    timer_add(&it->timer, itimer_tick(it));
}

static void itimer_disarm(struct itimer *it)
{
    list_remove(&it->timer.link);
    list_remove(&it->wall_link);
}

/* Asks whether IT is due, and arms it for what comes then. */
static void itimer_check(struct itimer *it)
{
    uint64_t now = clock_read(&it->clock);
    uint64_t count = 1;

    itimer_disarm(it);
    if (now < it->expires_ns) { /* the wall clock was set back */
        itimer_arm(it);
        return;
    }
    if (it->interval_ns) {
        count += (now - it->expires_ns) / it->interval_ns;
        it->expires_ns += count * it->interval_ns;
        itimer_arm(it);
    } else {
        it->expires_ns = 0;
    }
    it->fire(it, count);
}

static void itimer_timer_fire(struct timer *timer)
{
    itimer_check(LIST_ENTRY(timer, struct itimer, timer));
}

void itimer_init(struct itimer *it, void (*fire)(struct itimer *it,
                                                 uint64_t count))
{
    timer_init(&it->timer, itimer_timer_fire);
    list_init(&it->wall_link);
    it->fire = fire;
}

void itimer_set(struct itimer *it, const struct clock *clock,
                const struct itimer_value *new, bool is_absolute)
{
    itimer_disarm(it);
    it->clock = *clock;
    it->expires_ns = new->left_ns;
    it->interval_ns = new->interval_ns;
    if (new->left_ns == 0) {
        if (!clock_is_cpu(clock))
            it->interval_ns = 0; /* stopped; on CPU time it keeps its interval */
        return;
    }
    if (!is_absolute) {
        /* So long from now, whatever is made of the wall clock meanwhile. */
        if (clock->base == CLOCK_BASE_WALL)
            it->clock.base = CLOCK_BASE_BOOT;
        it->expires_ns = MIN(new->left_ns + clock_read(&it->clock), NS_NEVER);
    }
    itimer_arm(it);
    if (clock_read(&it->clock) >= it->expires_ns)
        itimer_check(it); /* a time in the past */
}

void itimer_stop(struct itimer *it)
{
    itimer_set(it, &it->clock, &(struct itimer_value){ 0 }, false);
}

struct itimer_value itimer_get(const struct itimer *it)
{
    struct itimer_value value = { .interval_ns = it->interval_ns };

    if (it->expires_ns) {
        uint64_t now = clock_read(&it->clock);
        value.left_ns = it->expires_ns > now ? it->expires_ns - now : 1;
    }
    return value;
}

void itimer_cpu_gone(struct proc *p)
{
    LIST_FOR_EACH_SAFE(it, &p->cpu_timers, struct itimer, timer.link)
        itimer_stop(it);
}

void itimer_cpu_tick(struct proc *p)
{
    LIST_FOR_EACH_SAFE(it, &p->cpu_timers, struct itimer, timer.link) {
        if (clock_read(&it->clock) >= it->expires_ns)
            itimer_check(it);
    }
}

void itimer_wall_was_set(void)
{
    LIST_FOR_EACH(it, &wall_timers, struct itimer, wall_link) {
        timer_cancel(&it->timer);
        timer_add(&it->timer, itimer_tick(it));
    }
}
