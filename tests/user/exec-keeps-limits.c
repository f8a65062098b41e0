/* SPDX-License-Identifier: MIT */
/*
 * Limits, the nice value and the scheduling policy go on through fork and exec
 * (execve(2), getrlimit(2), sched(7)).
 */
#include "tap.h"

#include <sched.h>
#include <sys/resource.h>

enum { CORE_SOFT = 1234, CORE_HARD = 5678, NICE = 3 };

/* The program after exec. */
static int check_all(void)
{
    struct rlimit limit;

    expect(getrlimit(RLIMIT_CORE, &limit) == 0);
    expect(limit.rlim_cur == CORE_SOFT && limit.rlim_max == CORE_HARD);
    expect(getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur == 10);
    expect(fcntl(0, F_DUPFD, 10) == -1 && errno == EINVAL);
    expect(getpriority(PRIO_PROCESS, 0) == NICE);
    expect(sched_getscheduler(0) == SCHED_BATCH);
    return 0;
}

static int child_checks(void *unused)
{
    (void)unused;
    return check_all();
}

static int child_executes(void *self)
{
    execl(self, self, "executed", NULL);
    return TAP_CHILD_FAILED;
}

int main(int argc, char **argv)
{
    const struct rlimit core = {CORE_SOFT, CORE_HARD}, files = {10, 10};
    const struct sched_param none = {0};

    if (argc > 1)
        return check_all();
    plan(2);
    must(setrlimit(RLIMIT_CORE, &core));
    must(setrlimit(RLIMIT_NOFILE, &files));
    must(setpriority(PRIO_PROCESS, 0, NICE));
    must(sched_setscheduler(0, SCHED_BATCH, &none));
    ok(exited_with(child_run(child_checks, NULL), 0), "a child has them");
    ok(exited_with(child_run(child_executes, argv[0]), 0),
       "so has the program that it becomes");
    return done();
}
