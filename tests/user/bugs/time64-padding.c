/* SPDX-License-Identifier: MIT */
/*
 * The upper half of a 64-bit tv_nsec is padding, which a program of 32 bits leaves
 * as it was: sigtimedwait() and futex() took it for a part of the number.
 */
#include "tap.h"
#include "raw.h"

struct wide_time {
    long long tv_sec;
    long tv_nsec, padding;
};

int main(void)
{
    struct wide_time soon = {0, 1000, -1};
    unsigned long blocked[2] = {RAW_BIT(SIGUSR1), 0};
    unsigned int word = 0;

    plan(3);
    must(syscall(SYS_rt_sigprocmask, SIG_BLOCK, blocked, NULL, RAW_SIGSET_SIZE));
    fails(syscall(SYS_rt_sigtimedwait_time64, blocked, NULL, &soon,
                  RAW_SIGSET_SIZE), EAGAIN, "sigtimedwait: no signal came");
    fails(syscall(SYS_futex_time64, &word, 0, 0, &soon, NULL, 0), ETIMEDOUT,
          "futex: nobody woke us");
    ok(syscall(SYS_clock_nanosleep_time64, CLOCK_MONOTONIC, 0, &soon, NULL) == 0,
       "clock_nanosleep: it was slept");
    return done();
}
