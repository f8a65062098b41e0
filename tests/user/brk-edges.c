/* SPDX-License-Identifier: MIT */
/*
 * The kernel's brk: it returns the break, moved or not; it does not go below its
 * start nor into a mapping, and what it gives anew is zero (brk(2), NOTES).
 */
#include "tap.h"
#include "raw.h"

#include <sys/mman.h>

enum { PAGE = 4096, BRK = 45, FAR_PAGES = 40 };

static unsigned long set_break(unsigned long to)
{
    return (unsigned long)raw_call(BRK, (long)to, 0, 0);
}

int main(void)
{
    unsigned long start = set_break(0), odd = start + 3 * PAGE + 77;
    unsigned long block = (start + FAR_PAGES * PAGE) & ~(PAGE - 1UL);

    plan(10);
    ok(set_break(odd) == odd, "it need not be at a page's end");
    *(volatile char *)(odd - 1) = 'x';
    ok(set_break(0) == odd, "0 only asks");
    ok(set_break(PAGE) == odd, "below the start it stays");
    ok(set_break(0xfffff000) == odd, "beyond all addresses it stays");
    ok(set_break(start) == start, "back to where it was");
    ok(set_break(odd) == odd && *(volatile char *)(odd - 1) == 0,
       "what comes again is zero");
    ok(mmap((void *)block, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED,
            -1, 0) == (void *)block,
       "a mapping above it");
    ok(set_break(block + PAGE) == odd, "it does not go through");
    ok(set_break(block) == odd, "nor up to it");
    ok(set_break(block - PAGE) == block - PAGE, "a page before is allowed");
    return done();
}
