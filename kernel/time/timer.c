/* SPDX-License-Identifier: MIT */
/*
 * Timers, as a wheel: a timer hangs in the slot of its deadline modulo the
 * number of slots, and each tick looks at one slot.  Adding and cancelling cost
 * the same whatever the number of sleepers.
 *
 * timer_tick runs in the timer interrupt; the rest in any context with
 * interrupts off.  Owns the wheel, the tick count and the wall clock's start.
 */
#include "time/timer.h"

#include "arch.h"
#include "lib/panic.h"
#include "time/clock.h"

#define WHEEL_SLOTS 256u /* power of two */

static struct list wheel[WHEEL_SLOTS];
static tick_t ticks;
static uint64_t wall_boot_ns;

static struct list *wheel_slot(tick_t tick)
{
    struct list *slot = &wheel[(unsigned int)tick % WHEEL_SLOTS];

    if (!slot->next)
        list_init(slot);
    return slot;
}

tick_t tick_now(void)
{
    return ticks;
}

tick_t tick_at(uint64_t ns)
{
    return DIV_UP(ns, NS_PER_TICK);
}

tick_t tick_after(uint64_t ns)
{
    return tick_at(MIN(clock_now_ns() + ns, NS_NEVER));
}

void timer_init(struct timer *timer, void (*fire)(struct timer *))
{
    list_init(&timer->link);
    timer->fire = fire;
}

void timer_add(struct timer *timer, tick_t deadline)
{
    ASSERT(list_is_empty(&timer->link));
    /* A deadline in the past fires at the next tick, not a wheel's turn later. */
    timer->deadline = MAX(deadline, ticks + 1);
    list_add_tail(wheel_slot(timer->deadline), &timer->link);
}

bool timer_cancel(struct timer *timer)
{
    bool was_queued = !list_is_empty(&timer->link);
    list_remove(&timer->link);
    return was_queued;
}

void timer_tick(void)
{
    ticks++;
    struct list *slot = wheel_slot(ticks);
    LIST_FOR_EACH_SAFE(timer, slot, struct timer, link) {
        if (timer->deadline > ticks)
            continue;
        list_remove(&timer->link);
        timer->fire(timer);
    }
}

void wall_clock_set(uint64_t ns)
{
    wall_boot_ns = ns - clock_now_ns();
}

uint64_t wall_clock_now_ns(void)
{
    return wall_boot_ns + clock_now_ns();
}
