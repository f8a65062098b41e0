/* SPDX-License-Identifier: MIT */
/*
 * RLIMIT_CPU: at the soft limit SIGXCPU, again each second, and the soft limit
 * moves along; at the hard limit SIGKILL (getrlimit(2)).
 */
#include "tap.h"

#include <sys/resource.h>

static volatile sig_atomic_t caught;

static void on_xcpu(int sig)
{
    (void)sig;
    caught++;
}

static void limit_cpu(rlim_t soft, rlim_t hard)
{
    const struct rlimit limit = {soft, hard};

    expect(setrlimit(RLIMIT_CPU, &limit) == 0);
}

static int child_burns(void *unused)
{
    (void)unused;
    limit_cpu(1, RLIM_INFINITY);
    while (caught == 0)
        continue;
    return 1;
}

static int child_counts(void *unused)
{
    struct rlimit limit;

    (void)unused;
    handle(SIGXCPU, on_xcpu, 0);
    limit_cpu(1, RLIM_INFINITY);
    while (caught < 2)
        continue;
    expect(getrlimit(RLIMIT_CPU, &limit) == 0);
    expect(limit.rlim_cur >= 3);
    expect(clock() >= CLOCKS_PER_SEC);
    return 0;
}

static int child_is_stubborn(void *unused)
{
    (void)unused;
    handle(SIGXCPU, SIG_IGN, 0);
    limit_cpu(1, 2);
    while (caught == 0)
        continue;
    return 1;
}

int main(void)
{
    plan(3);
    ok(killed_by(child_run(child_burns, NULL), SIGXCPU), "SIGXCPU kills");
    ok(exited_with(child_run(child_counts, NULL), 0), "it comes each second");
    ok(killed_by(child_run(child_is_stubborn, NULL), SIGKILL),
       "at the hard limit SIGKILL");
    return done();
}
