/* SPDX-License-Identifier: MIT */
/*
 * What wait4() tells of a child's use counts its own children that it has waited for;
 * RUSAGE_CHILDREN sums page faults and switches, too; SIGCHLD tells the CPU time in
 * clock ticks (getrusage(2), wait4(2), sigaction(2)).
 */
#include "tap.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/times.h>

/* A clock tick may find a process that only calls the kernel there each time. */
enum { BURN_MS = 100, BURN_TICKS = 8, BURN_LOOPS = 100000, PAGES = 40, PAGE = 4096, NAPS = 3 };

static long usage_ms(const struct rusage *usage)
{
    return usage->ru_utime.tv_sec * 1000 + usage->ru_utime.tv_usec / 1000;
}

static int burns(void *unused)
{
    struct rusage usage;

    (void)unused;
    do {
        for (volatile int i = 0; i < BURN_LOOPS; i++)
            continue;
        expect(getrusage(RUSAGE_SELF, &usage) == 0);
    } while (usage_ms(&usage) < BURN_MS);
    return 0;
}

static int has_one_that_burns(void *unused)
{
    (void)unused;
    return exited_with(child_run(burns, NULL), 0) ? 0 : 1;
}

static int touches_and_naps(void *unused)
{
    char *pages = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    (void)unused;
    expect(pages != MAP_FAILED);
    for (int i = 0; i < PAGES; i++)
        pages[i * PAGE] = 1;
    for (int i = 0; i < NAPS; i++)
        tap_nap();
    return 0;
}

static void check_grandchild(void)
{
    struct rusage usage;
    int status;
    pid_t pid = child_start(has_one_that_burns, NULL);

    is(wait4(pid, &status, 0, &usage), pid, "a child whose child has used CPU time");
    ok(exited_with(status, 0), "and was waited for");
    ok(usage_ms(&usage) >= BURN_MS, "has used as much");
}

static void check_signal(void)
{
    siginfo_t info;
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    mask_one(SIG_BLOCK, SIGCHLD);
    pid_t pid = child_start(burns, NULL);
    is(sigwaitinfo(&set, &info), SIGCHLD, "SIGCHLD");
    ok(info.si_utime >= BURN_TICKS, "tells the time in user mode");
    child_wait(pid);
}

int main(void)
{
    struct rusage before, after;

    plan(8);
    check_grandchild();
    check_signal();
    must(getrusage(RUSAGE_CHILDREN, &before));
    ok(exited_with(child_run(touches_and_naps, NULL), 0), "one touches and sleeps");
    must(getrusage(RUSAGE_CHILDREN, &after));
    ok(after.ru_minflt - before.ru_minflt >= PAGES, "the faults of children");
    ok(after.ru_nvcsw - before.ru_nvcsw >= NAPS, "and their voluntary switches");
    return done();
}
