/* SPDX-License-Identifier: MIT */
/*
 * Interval timers: at a time of some clock, and then at every interval, a
 * function is called.  alarm(2), setitimer(2), timer_create(2) and
 * timerfd_create(2) differ only in the function.
 *
 * On the clocks of time an itimer waits in the wheel (time/timer.h); on a
 * process's CPU clocks it hangs on that process, whose charged ticks move it.
 * Embedded in what owns it, which must set it to 0 before it goes.
 */
#pragma once

#include "time/clock.h"
#include "time/timer.h"

struct itimer {
    struct timer timer;     /* in the wheel; its link also in cpu_timers */
    struct list wall_link;  /* among all that follow the wall clock */
    struct clock clock;
    uint64_t expires_ns;    /* as CLOCK shows it; 0: not set */
    uint64_t interval_ns;   /* 0: only once */
    /* It expired COUNT times by now. IRQs: off; must not sleep. */
    void (*fire)(struct itimer *it, uint64_t count);
};

/* What is left until it expires, at least 1 ns while it is set, and then. */
struct itimer_value {
    uint64_t left_ns;
    uint64_t interval_ns;
};

void itimer_init(struct itimer *it, void (*fire)(struct itimer *it, uint64_t count));
/*
 * Starts IT anew: NEW->left_ns from now, or at the time NEW->left_ns of CLOCK;
 * 0 stops it.
 */
void itimer_set(struct itimer *it, const struct clock *clock,
                const struct itimer_value *new, bool is_absolute);
struct itimer_value itimer_get(const struct itimer *it);
void itimer_stop(struct itimer *it);

/* P was charged a tick. Context: timer interrupt. */
void itimer_cpu_tick(struct proc *p);
/* P's clocks are no more: the timers of others that ran on them stop. */
void itimer_cpu_gone(struct proc *p);
/* The wall clock was set. */
void itimer_wall_was_set(void);
