/* SPDX-License-Identifier: MIT */
/*
 * sleep() that a handler ends returns the seconds left, usleep() fails with
 * EINTR, and both last at least as long as was asked for (sleep(3), usleep(3)).
 */
#include "tap.h"

enum { LONG_SECONDS = 100000, SHORT_US = 30000 };

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
    unsigned int left;
    long long start;
    pid_t child;

    plan(5);
    handle(SIGUSR1, on_signal, SA_RESTART);
    child = child_start(child_signals, NULL);
    left = sleep(LONG_SECONDS);
    child_wait(child);
    ok(left > 0 && left <= LONG_SECONDS, "sleep returns what is left");
    start = now_ms();
    is(sleep(1), 0, "nothing is left when it was not disturbed");
    ok(now_ms() - start >= 1000, "and the second has passed");
    start = now_ms();
    is(usleep(SHORT_US), 0, "usleep succeeds");
    ok(now_ms() - start >= SHORT_US / 1000, "and its time has passed");
    return done();
}
