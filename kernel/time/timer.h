/* SPDX-License-Identifier: MIT */
/*
 * Things to do at a later tick: the ends of sleeps, alarms.
 *
 * A timer is embedded in whatever waits for it (a sleeper's kernel stack, the
 * PCB) and is queued by its deadline.  The tick calls timer_tick, which calls
 * the timers that are due, with interrupts off.
 */
#pragma once

#include "lib/list.h"

struct timer {
    struct list link;
    tick_t deadline;
    void (*fire)(struct timer *timer); /* IRQs: off; must not sleep */
};

/* Ticks since boot. */
tick_t tick_now(void);

/* The first tick at which clock_now_ns() is NS or more. */
tick_t tick_at(uint64_t ns);

/* The first tick that is surely NS nanoseconds, at most NS_NEVER, away. */
tick_t tick_after(uint64_t ns);

void timer_init(struct timer *timer, void (*fire)(struct timer *));
/* Queues TIMER, which must not be queued, for the tick DEADLINE. */
void timer_add(struct timer *timer, tick_t deadline);
/* Takes TIMER off the queue. Returns: whether it was queued. */
bool timer_cancel(struct timer *timer);

/* One tick has passed. Context: timer interrupt. */
void timer_tick(void);

/* The wall clock: nanoseconds since 1970, UTC. */
void wall_clock_set(uint64_t ns);
uint64_t wall_clock_now_ns(void);
