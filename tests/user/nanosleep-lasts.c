/* SPDX-License-Identifier: MIT */
/*
 * nanosleep() lasts at least as long as asked; a handler ends it with EINTR
 * and the time that was left (nanosleep(2)).
 */
#include "tap.h"

static void on_signal(int sig)
{
    (void)sig;
}

static int child_signals(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    return kill(parent, SIGUSR1);
}

int main(void)
{
    struct timespec request = {0, 150000000}, left = {0, 0};
    long long start = now_ms(), took;
    int answer, error;
    pid_t pid;

    plan(8);
    is(nanosleep(&request, &left), 0, "150 ms");
    took = now_ms() - start;
    if (!ok(took >= 150 && took < 20000, "take that long at least"))
        diag("%lld ms", took);
    handle(SIGUSR1, on_signal, SA_RESTART);
    request.tv_sec = 1000;
    pid = child_start(child_signals, NULL);
    answer = nanosleep(&request, &left);
    error = errno;
    ok(answer == -1 && error == EINTR, "a handler ends it: EINTR");
    ok(left.tv_sec > 900 && left.tv_sec <= 1000, "with the time left");
    child_wait(pid);
    request.tv_sec = 0;
    request.tv_nsec = 1000000000;
    fails(nanosleep(&request, NULL), EINVAL, "a whole second of ns: EINVAL");
    request.tv_nsec = -1;
    fails(nanosleep(&request, NULL), EINVAL, "negative ns: EINVAL");
    request.tv_sec = -1;
    request.tv_nsec = 0;
    fails(nanosleep(&request, NULL), EINVAL, "negative seconds: EINVAL");
    request.tv_sec = 0;
    is(nanosleep(&request, NULL), 0, "no time at all");
    return done();
}
