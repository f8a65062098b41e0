/* SPDX-License-Identifier: MIT */
/*
 * ssetmask() sets the whole mask from one word and tells the old one, sgetmask()
 * tells it; rt_sigtimedwait_time64() takes seconds of 64 bits
 * (sgetmask(2), sigtimedwait(2)).
 */
#include "tap.h"
#include "raw.h"

static int sigtimedwait64(unsigned long word, long long seconds,
                          long long nanoseconds)
{
    unsigned long set[2] = {word, 0};
    long long timeout[2] = {seconds, nanoseconds};

    return (int)raw_call4(421, (long)set, 0, (long)timeout, RAW_SIGSET_SIZE);
}

int main(void)
{
    sigset_t mask;

    plan(10);
    mask_one(SIG_BLOCK, SIGRTMIN + 1);
    is(raw_call(SYS_ssetmask, (long)RAW_BIT(SIGUSR1), 0, 0), 0,
       "ssetmask tells the old mask's first word");
    is(raw_call(SYS_sgetmask, 0, 0, 0), (long)RAW_BIT(SIGUSR1),
       "sgetmask tells the new one");
    must(sigprocmask(SIG_BLOCK, NULL, &mask));
    is(sigismember(&mask, SIGRTMIN + 1), 0, "the second word is empty now");
    raw_call(SYS_ssetmask, -1, 0, 0);
    is(raw_call(SYS_sgetmask, 0, 0, 0),
       (long)~(RAW_BIT(SIGKILL) | RAW_BIT(SIGSTOP)),
       "SIGKILL and SIGSTOP cannot be in it");
    is(sigtimedwait64(RAW_BIT(SIGUSR1), 0, 0), -EAGAIN, "none is pending");
    must(kill(getpid(), SIGUSR1));
    is(sigtimedwait64(RAW_BIT(SIGUSR1), 1LL << 40, 0), SIGUSR1,
       "one is taken, however long one would wait");
    is(sigtimedwait64(RAW_BIT(SIGUSR1), 0, 1000000000), -EINVAL,
       "too many nanoseconds: EINVAL");
    is(sigtimedwait64(RAW_BIT(SIGUSR1), -1, 0), -EINVAL,
       "negative seconds: EINVAL");
    is(raw_call4(421, (long)&mask, 0, 0, 4), -EINVAL, "a short set: EINVAL");
    is(raw_call4(421, 8, 0, 0, RAW_SIGSET_SIZE), -EFAULT,
       "a bad pointer: EFAULT");
    return done();
}
