/* SPDX-License-Identifier: MIT */
/* Sleeping and waking: no wake-up is lost, signals and deadlines end a sleep. */
#include "proc/sleep.h"

#include <tine/errno.h>

#include "debug/selftest.h"
#include "proc/signal.h"
#include "sched/core.h"
#include "thread.h"

static struct waitq event = WAITQ_INIT(event);
static bool has_happened;
static int sleep_result;

static void wait_for_event(void)
{
    while (!has_happened) {
        sleep_result = waitq_sleep(&event, SLEEP_INTERRUPTIBLE, "event",
                                   TICK_NEVER);
        if (sleep_result < 0)
            return;
    }
}

SELFTEST(sleep_ends_when_woken)
{
    has_happened = false;
    struct proc *p = thread_start(wait_for_event);
    thread_run_all();
    SELFTEST_CHECK(p->state == PROC_BLOCKED);
    waitq_wake(&event); /* for nothing: the condition is looked at again */
    thread_run_all();
    SELFTEST_CHECK(p->state == PROC_BLOCKED);
    has_happened = true;
    waitq_wake(&event);
    SELFTEST_CHECK(p->state == PROC_READY);
    thread_run_all();
    SELFTEST_CHECK(thread_has_ended(p) && sleep_result == 0);
    SELFTEST_CHECK(list_is_empty(&event.waiters));
    thread_free(p);
}

SELFTEST(sleep_condition_already_true)
{
    has_happened = true;
    struct proc *p = thread_start(wait_for_event);
    thread_run_all();
    SELFTEST_CHECK(thread_has_ended(p));
    thread_free(p);
}

SELFTEST(sleep_ends_by_signal)
{
    has_happened = false;
    struct proc *p = thread_start(wait_for_event);
    thread_run_all();
    p->blocked = SIGNAL_BIT(SIGUSR1);
    signal_post(p, SIGUSR1, NULL);
    SELFTEST_CHECK(p->state == PROC_BLOCKED); /* a blocked signal waits */
    signal_post(p, SIGCHLD, NULL);
    SELFTEST_CHECK(p->state == PROC_BLOCKED); /* an ignored one is dropped */
    signal_post(p, SIGTERM, NULL);
    SELFTEST_CHECK(p->state == PROC_READY);
    thread_run_all();
    SELFTEST_CHECK(thread_has_ended(p) && sleep_result == -ERESTARTSYS);
    SELFTEST_CHECK(list_is_empty(&event.waiters));
    thread_free(p);
}

static void wait_killable(void)
{
    do {
        sleep_result = waitq_sleep(&event, SLEEP_KILLABLE, "event", TICK_NEVER);
    } while (sleep_result == 0);
}

SELFTEST(sleep_killable_ends_by_deadly_signal_only)
{
    struct proc *p = thread_start(wait_killable);
    thread_run_all();
    signal_post(p, SIGQUIT, NULL); /* it would dump core first */
    SELFTEST_CHECK(p->state == PROC_BLOCKED);
    SELFTEST_CHECK(state_letter(p) == 'D');
    signal_post(p, SIGTERM, NULL); /* that has its turn after the other */
    SELFTEST_CHECK(p->state == PROC_BLOCKED);
    signal_post(p, SIGKILL, NULL);
    SELFTEST_CHECK(p->state == PROC_READY);
    thread_run_all();
    SELFTEST_CHECK(thread_has_ended(p) && sleep_result == -ERESTARTSYS);
    thread_free(p);
}

static void wait_until_deadline(void)
{
    sleep_result = waitq_sleep(&event, SLEEP_INTERRUPTIBLE, "event",
                               tick_now() + 2);
}

SELFTEST(sleep_ends_at_deadline)
{
    struct proc *p = thread_start(wait_until_deadline);
    thread_run_all();
    tick_t start = tick_now();
    while (p->state == PROC_BLOCKED && tick_now() < start + TICK_HZ)
        cpu_halt_once();
    SELFTEST_CHECK(p->state == PROC_READY);
    SELFTEST_CHECK(tick_now() - start >= 1);
    thread_run_all();
    SELFTEST_CHECK(thread_has_ended(p) && sleep_result == -ETIMEDOUT);
    thread_free(p);
}

static tick_t fired_at[3];
static struct timer test_timers[3];

static void timer_note(struct timer *timer)
{
    fired_at[timer - test_timers] = tick_now();
}

SELFTEST(timer_fires_at_its_tick)
{
    tick_t start = tick_now();
    for (int i = 0; i < 3; i++) {
        fired_at[i] = 0;
        timer_init(&test_timers[i], timer_note);
        timer_add(&test_timers[i], start + 3 - (tick_t)i);
    }
    SELFTEST_CHECK(timer_cancel(&test_timers[1]));
    SELFTEST_CHECK(!timer_cancel(&test_timers[1]));
    while (tick_now() < start + 5)
        cpu_halt_once();
    SELFTEST_CHECK(fired_at[0] == start + 3);
    SELFTEST_CHECK(fired_at[1] == 0);
    SELFTEST_CHECK(fired_at[2] == start + 1);
}

/* More turns than any machine makes in one tick. */
#define TURNS_MAX 100000000u

SELFTEST(preempt_point_lets_the_tick_in)
{
    tick_t start = tick_now();
    for (unsigned int i = 0; i < TURNS_MAX && tick_now() == start; i++)
        preempt_point();
    SELFTEST_CHECK(tick_now() > start);
    SELFTEST_CHECK(!irq_is_enabled());
}
