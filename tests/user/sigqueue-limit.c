/* SPDX-License-Identifier: MIT */
/*
 * RLIMIT_SIGPENDING bounds the siginfos that wait: beyond it sigqueue() says
 * EAGAIN, while kill() still sends the signal and loses only its siginfo
 * (getrlimit(2), sigqueue(3)). Needs: root.
 */
#include "tap.h"

#include <sys/resource.h>

enum { LIMIT = 3, USER = 2117 }; /* a user that has nothing else waiting */

static int child_fills_its_queue(void *unused)
{
    const struct rlimit limit = {LIMIT, LIMIT};
    union sigval value = {.sival_int = 5};
    struct timespec none = {0, 0};
    siginfo_t info;
    sigset_t all;

    (void)unused;
    expect(setrlimit(RLIMIT_SIGPENDING, &limit) == 0);
    expect(setuid(USER) == 0);
    sigfillset(&all);
    expect(sigprocmask(SIG_BLOCK, &all, NULL) == 0);
    for (int i = 0; i < LIMIT; i++)
        expect(sigqueue(getpid(), SIGRTMIN, value) == 0);
    errno = 0;
    expect(sigqueue(getpid(), SIGRTMIN, value) == -1 && errno == EAGAIN);
    expect(sigqueue(getpid(), SIGRTMIN + 1, value) == -1 && errno == EAGAIN);
    /* Signals without a value, and standard ones, always arrive. */
    expect(kill(getpid(), SIGRTMIN + 2) == 0);
    expect(sigqueue(getpid(), SIGUSR1, value) == 0);
    expect(sigtimedwait(&all, &info, &none) == SIGUSR1);
    expect(info.si_code == SI_USER && info.si_pid == 0);
    for (int i = 0; i < LIMIT; i++)
        expect(sigtimedwait(&all, &info, &none) == SIGRTMIN);
    expect(sigtimedwait(&all, &info, &none) == SIGRTMIN + 2);
    expect(info.si_code == SI_USER && info.si_pid == 0);
    /* What was taken makes room. */
    expect(sigqueue(getpid(), SIGRTMIN, value) == 0);
    return 0;
}

int main(void)
{
    need_root();
    plan(1);
    ok(exited_with(child_run(child_fills_its_queue, NULL), 0),
       "the fourth siginfo is refused, kill's signal arrives without");
    return done();
}
