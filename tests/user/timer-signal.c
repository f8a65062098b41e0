/* SPDX-License-Identifier: MIT */
/*
 * A POSIX timer sends its signal with SI_TIMER, its number and its value; by
 * default SIGALRM with its number; with SIGEV_NONE none (timer_create(2)).
 */
#include "tap.h"

static siginfo_t info;
static volatile sig_atomic_t caught;

static void on_timer(int sig, siginfo_t *got, void *context)
{
    (void)sig;
    (void)context;
    info = *got;
    caught++;
}

static timer_t start(clockid_t clock, struct sigevent *event, long ms)
{
    const struct itimerspec value = {{0, 0}, {0, ms * 1000000}};
    timer_t timer;

    must(timer_create(clock, event, &timer));
    must(timer_settime(timer, 0, &value, NULL));
    return timer;
}

static void wait_for_one(void)
{
    sigset_t none;

    sigemptyset(&none);
    while (caught == 0)
        sigsuspend(&none);
    caught = 0;
}

static void expect_signal(clockid_t clock, struct sigevent *event, int sig,
                          int value)
{
    timer_t timer = start(clock, event, 20);

    wait_for_one();
    is(info.si_signo, sig, "the signal");
    is(info.si_code, SI_TIMER, "comes with SI_TIMER");
    is(info.si_timerid, timer, "the timer's number");
    is(info.si_overrun, 0, "no overrun");
    is(info.si_value.sival_int, value == -1 ? timer : value, "and its value");
    must(timer_delete(timer));
}

int main(void)
{
    struct sigaction action = {.sa_sigaction = on_timer,
                               .sa_flags = SA_SIGINFO};
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL,
                             .sigev_signo = SIGRTMIN + 1,
                             .sigev_value = {.sival_int = 4711}};
    struct itimerspec left;
    sigset_t pending;
    timer_t timer;

    plan(23);
    must(sigaction(SIGALRM, &action, NULL));
    must(sigaction(SIGRTMIN + 1, &action, NULL));
    mask_one(SIG_BLOCK, SIGALRM);
    mask_one(SIG_BLOCK, SIGRTMIN + 1);
    expect_signal(CLOCK_MONOTONIC, &event, SIGRTMIN + 1, 4711);
    expect_signal(CLOCK_REALTIME, NULL, SIGALRM, -1);
    expect_signal(CLOCK_BOOTTIME, NULL, SIGALRM, -1);
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_notify_thread_id = getpid();
    expect_signal(CLOCK_MONOTONIC, &event, SIGRTMIN + 1, 4711);
    event.sigev_notify = SIGEV_NONE;
    timer = start(CLOCK_MONOTONIC, &event, 1);
    ok(wait_until(timer_gettime(timer, &left) == 0 &&
                  left.it_value.tv_sec == 0 && left.it_value.tv_nsec == 0),
       "SIGEV_NONE: it runs down");
    must(sigpending(&pending));
    is(sigismember(&pending, SIGRTMIN + 1), 0, "without a signal");
    is(timer_delete(timer), 0, "and is deleted");
    return done();
}
