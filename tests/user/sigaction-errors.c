/* SPDX-License-Identifier: MIT */
/*
 * SIGKILL and SIGSTOP can be neither caught nor ignored nor blocked, and
 * numbers that are no signal are EINVAL (sigaction(2), sigprocmask(2)).
 */
#include "tap.h"
#include "raw.h"

static void on_signal(int sig)
{
    (void)sig;
}

int main(void)
{
    struct sigaction act;
    struct raw_sigaction raw;
    sigset_t set;

    plan(10);
    memset(&act, 0, sizeof act);
    act.sa_handler = on_signal;
    sigemptyset(&act.sa_mask);
    fails(sigaction(SIGKILL, &act, NULL), EINVAL, "catch SIGKILL: EINVAL");
    fails(sigaction(SIGSTOP, &act, NULL), EINVAL, "catch SIGSTOP: EINVAL");
    act.sa_handler = SIG_IGN;
    fails(sigaction(SIGKILL, &act, NULL), EINVAL, "ignore SIGKILL: EINVAL");
    fails(syscall(SYS_rt_sigaction, 0, NULL, &raw, RAW_SIGSET_SIZE), EINVAL,
          "signal 0: EINVAL");
    fails(syscall(SYS_rt_sigaction, 65, NULL, &raw, RAW_SIGSET_SIZE), EINVAL,
          "signal 65: EINVAL");
    fails(syscall(SYS_rt_sigaction, SIGUSR1, NULL, &raw, 4), EINVAL,
          "a set of another size: EINVAL");
    is(syscall(SYS_rt_sigaction, SIGKILL, NULL, &raw, RAW_SIGSET_SIZE), 0,
       "SIGKILL's action may be read");
    fails(syscall(SYS_rt_sigprocmask, 3, &raw.mask, NULL, RAW_SIGSET_SIZE),
          EINVAL, "an unknown way to change the mask: EINVAL");
    sigfillset(&set);
    must(sigprocmask(SIG_SETMASK, &set, NULL));
    must(sigprocmask(SIG_BLOCK, NULL, &set));
    is(sigismember(&set, SIGKILL) + sigismember(&set, SIGSTOP), 0,
       "they are left out of a full mask");
    is(sigismember(&set, SIGTERM) + sigismember(&set, 64), 2,
       "which holds the others");
    return done();
}
