/* SPDX-License-Identifier: MIT */
/*
 * getrusage() tells the most memory that one had at a time, in KiB, and the page
 * faults; of children the largest (getrusage(2)).
 */
#include "tap.h"

#include <sys/mman.h>
#include <sys/resource.h>

/* Linux counts pages per CPU and looks at the sum of what is settled: some hundred
 * KiB may be missing (Documentation/filesystems/proc.rst on VmRSS). */
enum { BYTES = 8 << 20, PAGE = 4096, SEEN_KIB = 6 << 10 };

static int use_memory(void *unused)
{
    char *p = mmap(NULL, BYTES, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    (void)unused;
    if (p == MAP_FAILED)
        return 1;
    for (int i = 0; i < BYTES; i += PAGE)
        p[i] = 1;
    return munmap(p, BYTES);
}

int main(void)
{
    struct rusage before, after, children;

    plan(4);
    ok(exited_with(child_run(use_memory, NULL), 0), "a child uses 8 MiB");
    must(getrusage(RUSAGE_CHILDREN, &children));
    ok(children.ru_maxrss >= SEEN_KIB, "which the children's tells");
    must(getrusage(RUSAGE_SELF, &before));
    must(use_memory(NULL));
    must(getrusage(RUSAGE_SELF, &after));
    ok(after.ru_maxrss >= SEEN_KIB, "what was given back counts");
    ok(after.ru_minflt - before.ru_minflt >= BYTES / PAGE,
       "each page was a fault");
    return done();
}
