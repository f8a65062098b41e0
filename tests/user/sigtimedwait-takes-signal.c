/* SPDX-License-Identifier: MIT */
/*
 * sigtimedwait() takes a pending signal with its siginfo, waits for one, and
 * says EAGAIN when the time is over, never before; sigwait() says the number
 * (sigwaitinfo(2), sigwait(3)).
 */
#include "tap.h"

enum { WAIT_MS = 60 };

static int child_queues(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    expect(sigqueue(parent, SIGRTMIN, (union sigval){.sival_int = 44}) == 0);
    return 0;
}

static int child_ends_when_asleep(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    return 7;
}

int main(void)
{
    struct timespec none = {0, 0}, some = {0, WAIT_MS * 1000000L};
    siginfo_t info;
    sigset_t set, pending;
    long long start;
    pid_t pid;
    int sig = 0;

    plan(16);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGRTMIN);
    must(sigprocmask(SIG_BLOCK, &set, NULL));
    fails(sigtimedwait(&set, &info, &none), EAGAIN, "nothing is pending");
    start = now_ms();
    fails(sigtimedwait(&set, &info, &some), EAGAIN, "and nothing comes");
    ok(now_ms() - start >= WAIT_MS, "not before the time is over");
    must(kill(getpid(), SIGUSR1));
    is(sigtimedwait(&set, &info, &none), SIGUSR1, "a pending one is taken");
    is(info.si_signo, SIGUSR1, "si_signo");
    is(info.si_code, SI_USER, "SI_USER");
    is(info.si_pid, getpid(), "si_pid");
    must(sigpending(&pending));
    is(sigismember(&pending, SIGUSR1), 0, "it is no longer pending");
    pid = child_start(child_queues, NULL);
    is(sigwaitinfo(&set, &info), SIGRTMIN, "one that comes later ends the wait");
    is(info.si_value.sival_int, 44, "with its value");
    is(info.si_pid, pid, "and its sender");
    child_wait(pid);
    must(kill(getpid(), SIGUSR1));
    is(sigwait(&set, &sig), 0, "sigwait returns 0");
    is(sig, SIGUSR1, "and tells the number");
    /* What is ignored by default comes all the same once it is blocked. */
    sigaddset(&set, SIGCHLD);
    must(sigprocmask(SIG_BLOCK, &set, NULL));
    pid = child_start(child_ends_when_asleep, NULL);
    is(sigwaitinfo(&set, &info), SIGCHLD, "one that is ignored by default");
    is(info.si_pid, pid, "from the child that ended");
    child_wait(pid);
    none.tv_nsec = 1000000000;
    fails(sigtimedwait(&set, NULL, &none), EINVAL, "bad nanoseconds: EINVAL");
    return done();
}
