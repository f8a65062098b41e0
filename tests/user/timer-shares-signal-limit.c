/* SPDX-License-Identifier: MIT */
/*
 * Each timer holds a place in the queue of signals, which RLIMIT_SIGPENDING bounds
 * for all processes of a user: a signal that it sends takes no other
 * (timer_create(2), EAGAIN; getrlimit(2)). Needs: root.
 */
#include "tap.h"

#include <sys/resource.h>

enum { LIMIT = 3, USER = 2119, TIMER_VALUE = 7 }; /* who has nothing else waiting */

static int make(timer_t *timer, int notify)
{
    struct sigevent event = {.sigev_notify = notify, .sigev_signo = SIGRTMIN + 1};

    event.sigev_value.sival_int = TIMER_VALUE;
    return timer_create(CLOCK_MONOTONIC, &event, timer);
}

static int queue(void)
{
    return sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 5});
}

static int child_fills_its_queue(void *unused)
{
    const struct rlimit limit = {LIMIT, LIMIT};
    const struct itimerspec at_once = {{0, 0}, {0, 1}};
    timer_t sends, silent, third;
    siginfo_t info;
    sigset_t all;

    (void)unused;
    expect(setrlimit(RLIMIT_SIGPENDING, &limit) == 0 && setuid(USER) == 0);
    sigfillset(&all);
    expect(sigprocmask(SIG_BLOCK, &all, NULL) == 0);
    expect(make(&sends, SIGEV_SIGNAL) == 0 && make(&silent, SIGEV_NONE) == 0);
    expect(queue() == 0);
    errno = 0;
    expect(queue() == -1 && errno == EAGAIN);
    errno = 0;
    expect(make(&third, SIGEV_NONE) == -1 && errno == EAGAIN);
    /* The full queue does not keep a timer from sending. */
    expect(timer_settime(sends, TIMER_ABSTIME, &at_once, NULL) == 0);
    expect(sigwaitinfo(&all, &info) == SIGRTMIN && info.si_code == SI_QUEUE);
    expect(sigwaitinfo(&all, &info) == SIGRTMIN + 1);
    expect(info.si_code == SI_TIMER && info.si_value.sival_int == TIMER_VALUE);
    /* A signal that waits and its timer are one. */
    expect(timer_settime(sends, TIMER_ABSTIME, &at_once, NULL) == 0);
    expect(wait_until(sigpending(&all) == 0 && sigismember(&all, SIGRTMIN + 1)));
    expect(queue() == 0 && queue() == -1 && errno == EAGAIN);
    /* What is deleted makes room. */
    expect(timer_delete(silent) == 0 && queue() == 0 && queue() == -1);
    return 0;
}

int main(void)
{
    need_root();
    plan(1);
    ok(exited_with(child_run(child_fills_its_queue, NULL), 0),
       "timers and signals that wait share one limit");
    return done();
}
