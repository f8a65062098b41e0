/* SPDX-License-Identifier: MIT */
/* Posting signals: coalescing, queueing, stop and continue. */
#include "debug/selftest.h"
#include "proc/signal.h"
#include "thread.h"

static void sleep_for_ever(void)
{
    static struct waitq never = WAITQ_INIT(never);
    while (waitq_sleep(&never, SLEEP_INTERRUPTIBLE, "never", TICK_NEVER) == 0) {
    }
}

SELFTEST(signal_standard_coalesces_realtime_queues)
{
    struct proc *p = thread_start(sleep_for_ever);
    siginfo_t info = { .si_code = SI_QUEUE };
    p->blocked = ~SIGNAL_UNBLOCKABLE;
    p->limits[RLIMIT_SIGPENDING].rlim_cur = 4;
    thread_run_all();
    for (int i = 0; i < 3; i++) {
        info.si_value.sival_int = i;
        signal_post(p, SIGUSR1, &info);
        signal_post(p, SIGRTMIN_KERNEL, &info);
    }
    signal_take(p, SIGUSR1, &info);
    SELFTEST_CHECK(info.si_value.sival_int == 0);
    SELFTEST_CHECK(!(signal_pending(p) & SIGNAL_BIT(SIGUSR1)));
    for (int i = 0; i < 3; i++) {
        SELFTEST_CHECK(signal_pending(p) & SIGNAL_BIT(SIGRTMIN_KERNEL));
        signal_take(p, SIGRTMIN_KERNEL, &info);
        SELFTEST_CHECK(info.si_value.sival_int == i);
    }
    SELFTEST_CHECK(signal_pending(p) == 0);
    signal_post(p, SIGKILL, NULL);
    thread_run_all();
    thread_free(p);
}

SELFTEST(signal_stop_and_continue_cancel)
{
    struct proc *p = thread_start(sleep_for_ever);
    p->blocked = ~SIGNAL_UNBLOCKABLE;
    thread_run_all();
    signal_post(p, SIGTSTP, NULL);
    SELFTEST_CHECK(signal_pending(p) & SIGNAL_BIT(SIGTSTP));
    signal_post(p, SIGCONT, NULL);
    SELFTEST_CHECK(!(signal_pending(p) & SIGNAL_BIT(SIGTSTP)));
    SELFTEST_CHECK(signal_pending(p) & SIGNAL_BIT(SIGCONT));
    signal_post(p, SIGTTIN, NULL);
    SELFTEST_CHECK(!(signal_pending(p) & SIGNAL_BIT(SIGCONT)));
    p->blocked = 0;
    signal_post(p, SIGKILL, NULL);
    thread_run_all();
    SELFTEST_CHECK(thread_has_ended(p));
    thread_free(p);
}
