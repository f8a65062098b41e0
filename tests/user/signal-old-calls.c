/* SPDX-License-Identifier: MIT */
/*
 * The first forms of the calls, signal, sigaction, sigprocmask, sigpending
 * and sigsuspend with one-word sets, work on the same actions and mask as
 * the rt_ forms, and their frames return by sigreturn (sigaction(2)).
 */
#include "tap.h"
#include "raw.h"

static volatile sig_atomic_t count, last;

static void on_signal(int sig)
{
    count++;
    last = sig;
}

int main(void)
{
    struct raw_old_sigaction act = {on_signal, 0, 0, NULL}, old;
    struct raw_sigaction rt;
    unsigned long set, old_set;
    long answer;

    plan(17);
    act.mask = RAW_BIT(SIGUSR2);
    is(syscall(SYS_sigaction, SIGUSR1, &act, &old), 0, "sigaction");
    ok(old.handler == SIG_DFL, "returns the default action as the old one");
    must(raise(SIGUSR1));
    is(count, 1, "the handler runs, and returns without a restorer");
    must(syscall(SYS_rt_sigaction, SIGUSR1, NULL, &rt, RAW_SIGSET_SIZE));
    ok(rt.handler == on_signal && rt.mask[0] == RAW_BIT(SIGUSR2) &&
       rt.mask[1] == 0, "rt_sigaction sees the same action");
    is(syscall(SYS_signal, SIGHUP, on_signal), 0, "signal: default before");
    must(raise(SIGHUP));
    is(last, SIGHUP, "its handler runs");
    must(syscall(SYS_sigaction, SIGHUP, NULL, &old));
    ok(old.handler == SIG_DFL, "once: signal() of old resets the action");
    is(syscall(SYS_signal, SIGHUP, SIG_IGN), 0, "signal(SIG_IGN)");
    is(syscall(SYS_signal, SIGHUP, SIG_DFL), 1, "which was the old one then");
    set = RAW_BIT(SIGUSR1) | RAW_BIT(SIGKILL);
    is(syscall(SYS_sigprocmask, SIG_BLOCK, &set, &old_set), 0, "sigprocmask");
    is((long)old_set, 0, "the old mask was empty");
    count = 0;
    must(raise(SIGUSR1));
    must(syscall(SYS_sigpending, &set));
    ok(count == 0 && set == RAW_BIT(SIGUSR1), "sigpending: it pends");
    answer = raw_call(SYS_sigsuspend, 0, 0, 0);
    is(answer, -EINTR, "sigsuspend lets it through: EINTR");
    is(count, 1, "and it was delivered");
    must(syscall(SYS_sigprocmask, SIG_SETMASK, NULL, &old_set));
    is((long)old_set, (long)RAW_BIT(SIGUSR1), "SIGKILL was not blocked");
    fails(syscall(SYS_sigaction, SIGKILL, &act, NULL), EINVAL,
          "SIGKILL has no handler: EINVAL");
    fails(syscall(SYS_signal, 65, SIG_DFL), EINVAL, "signal 65: EINVAL");
    return done();
}
