/* SPDX-License-Identifier: MIT */
/*
 * A process may have as many timers as RLIMIT_SIGPENDING says, then EAGAIN
 * (timer_create(2)).
 */
#include "tap.h"

#include <sys/resource.h>

enum { MANY = 100 };

static int child_creates(void *unused)
{
    const struct rlimit none = {0, 0};
    timer_t timer;

    (void)unused;
    for (int i = 0; i < MANY; i++)
        expect(timer_create(CLOCK_MONOTONIC, NULL, &timer) == 0);
    expect(timer == MANY - 1);
    for (int i = 0; i < MANY; i += 2)
        expect(timer_delete(i) == 0);
    for (int i = 1; i < MANY; i += 2)
        expect(timer_getoverrun(i) == 0);
    expect(setrlimit(RLIMIT_SIGPENDING, &none) == 0);
    expect(timer_create(CLOCK_MONOTONIC, NULL, &timer) == -1 &&
           errno == EAGAIN);
    return 0;
}

int main(void)
{
    plan(1);
    ok(exited_with(child_run(child_creates, NULL), 0), "100 timers");
    return done();
}
