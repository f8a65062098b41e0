/* SPDX-License-Identifier: MIT */
/*
 * FUTEX_WAIT's time is from now, FUTEX_WAIT_BITSET's a moment of the monotonic
 * clock or, if asked, of the wall clock; neither ends early, and a time that can
 * never come is no error (futex(2), FUTEX_WAIT(2const)).
 */
#include "tap.h"

#include "futex.h"

enum { FUTEX_TIME64 = 422, WAIT_MS = 60, NS_PER_MS = 1000000 };

struct wide {
    long long sec, nsec;
};

static volatile unsigned word;

static long wait_relative(long sec, long nsec)
{
    struct timespec time = {sec, nsec};

    return futex(&word, WAIT | PRIVATE, 0, &time, NULL, 0);
}

static long wait_absolute(clockid_t clock, int flag, int ms)
{
    struct timespec time;

    must(clock_gettime(clock, &time));
    time.tv_nsec += ms % 1000 * NS_PER_MS;
    time.tv_sec += ms / 1000;
    if (time.tv_nsec >= 1000000000) {
        time.tv_nsec -= 1000000000;
        time.tv_sec++;
    }
    return futex(&word, WAIT_BITSET | PRIVATE | flag, 0, &time, NULL, -1);
}

static int child_waits_long(void *unused)
{
    struct wide time = {0x7fffffffffffffffLL, 0};

    (void)unused;
    syscall(FUTEX_TIME64, &word, WAIT | PRIVATE, 0, &time, NULL, 0);
    return errno;
}

int main(void)
{
    struct wide time = {0, WAIT_MS * NS_PER_MS};
    long long start = now_ms();
    pid_t child;

    plan(12);
    fails(wait_relative(0, WAIT_MS * NS_PER_MS), ETIMEDOUT, "from now");
    ok(now_ms() - start >= WAIT_MS, "not before it is over");
    start = now_ms();
    fails(wait_absolute(CLOCK_MONOTONIC, 0, WAIT_MS), ETIMEDOUT, "a moment");
    ok(now_ms() - start >= WAIT_MS, "not before it comes");
    fails(wait_absolute(CLOCK_REALTIME, REALTIME, WAIT_MS), ETIMEDOUT,
          "a moment of the wall clock");
    start = now_ms();
    fails(syscall(FUTEX_TIME64, &word, WAIT, 0, &time, NULL, 0), ETIMEDOUT,
          "in 64 bits");
    ok(now_ms() - start >= WAIT_MS, "not before it is over");
    fails(futex(&word, WAIT_BITSET, 0, &(struct timespec){0, 0}, NULL, -1),
          ETIMEDOUT, "a moment long ago");
    fails(wait_relative(0, 1000000000), EINVAL, "a second of nanoseconds");
    fails(wait_relative(-1, 0), EINVAL, "a negative time");
    fails(futex(&word, WAIT, 0, (void *)16, NULL, 0), EFAULT, "a bad address");
    child = child_start(child_waits_long, NULL);
    ok(wait_until(proc_state(child) == 'S'), "the longest time is a long time");
    child_kill(child);
    return done();
}
