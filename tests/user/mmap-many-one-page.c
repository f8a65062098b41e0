/* SPDX-License-Identifier: MIT */
/*
 * Many mappings of a page each: every one is found, keeps its contents, and goes
 * alone; the room of one that has gone is given again (mmap(2)). Each has rights of
 * its own, lest the kernel join neighbours.
 */
#include "tap.h"

#include <sys/mman.h>

enum { COUNT = 20000, PAGE = 4096, RIGHTS = PROT_READ | PROT_WRITE };

static int *pages[COUNT];

/* How many of the pages from FIRST on, each BYth, hold their own number. */
static int count_right(int first, int by)
{
    int count = 0;

    for (int i = first; i < COUNT; i += by)
        count += *pages[i] == i;
    return count;
}

int main(void)
{
    int failed = 0, lost = 0;

    plan(6);
    for (int i = 0; i < COUNT; i++) {
        pages[i] = mmap(NULL, PAGE, RIGHTS | (i % 2 ? PROT_EXEC : 0),
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (pages[i] == MAP_FAILED)
            tap_bail("mmap");
        *pages[i] = i;
    }
    is(count_right(0, 1), COUNT, "all are there");
    for (int i = 0; i < COUNT; i += 2)
        failed += munmap(pages[i], PAGE) != 0;
    is(failed, 0, "every other one goes");
    is(count_right(1, 2), COUNT / 2, "the rest stays");
    for (int i = 0; i < COUNT; i += 2) {
        int *page = mmap(pages[i], PAGE, RIGHTS, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        lost += page != pages[i];
        *page = i;
    }
    is(lost, 0, "there is room in their places");
    is(count_right(0, 1), COUNT, "all are there again");
    for (int i = 0; i < COUNT; i++)
        failed += munmap(pages[i], PAGE) != 0;
    is(failed, 0, "and all go");
    return done();
}
