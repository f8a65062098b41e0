/* SPDX-License-Identifier: MIT */
/*
 * A hole that was left by munmap is found again, by what fits into it and by
 * nothing larger, whatever was mapped and looked for meanwhile; and by a child.
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, AREA = 64 };

static char *map(int count)
{
    return mmap(NULL, (size_t)count * PAGE, PROT_READ,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

/* Whether ADDR is in the COUNT pages at START. */
static int is_in(const char *addr, const char *start, int count)
{
    return addr >= start && addr < start + count * PAGE;
}

int main(void)
{
    plan(6);
    char *area = map(AREA);
    must(munmap(area + 10 * PAGE, 4 * PAGE));
    ok(!is_in(map(5), area, AREA), "five pages do not fit into a hole of four");
    ok(map(4) == area + 10 * PAGE, "four do");
    must(munmap(area + 20 * PAGE, 2 * PAGE));
    must(munmap(area + 40 * PAGE, 1 * PAGE));
    ok(map(2) == area + 20 * PAGE, "two go into the lower hole");
    must(munmap(area + 41 * PAGE, 1 * PAGE));
    ok(map(2) == area + 40 * PAGE, "a hole that grew takes two");
    must(munmap(area + 30 * PAGE, 3 * PAGE));
    pid_t child = fork();
    if (child == 0)
        _exit(map(3) != area + 30 * PAGE);
    is(child_wait(child), 0, "a child finds the hole as well");
    ok(map(3) == area + 30 * PAGE, "and so does the parent");
    return done();
}
