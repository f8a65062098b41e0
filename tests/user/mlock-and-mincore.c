/* SPDX-License-Identifier: MIT */
/*
 * mlock() and its kin bring pages in and mincore() tells which are there; msync()
 * checks its arguments; each says ENOMEM where nothing is mapped (mlock(2),
 * mincore(2), msync(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE };

static char *map(size_t pages, int flags)
{
    return mmap(NULL, pages * PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1,
                0);
}

/* The pages of AREA that are there, as a number of PAGES bits. */
static int resident(char *area, size_t pages)
{
    unsigned char vec[8];
    int bits = 0;

    must(mincore(area, pages * PAGE, vec));
    for (size_t i = 0; i < pages; i++)
        bits |= (vec[i] & 1) << i;
    return bits;
}

static void check_resident(char *area)
{
    is(resident(area, 4), 0, "nothing was touched: no page is there");
    area[PAGE] = 1;
    is(resident(area, 4), 2, "one page was");
    is(mlock(area + 2 * PAGE + 5, 10), 0, "mlock, inside a page");
    is(resident(area, 4), 6, "brings the whole page");
    is(resident(map(2, MAP_POPULATE), 2), 3, "MAP_POPULATE brings all");
    is(munlock(area, 4 * PAGE), 0, "munlock");
}

static void check_errors(char *area)
{
    unsigned char vec[4];

    must(munmap(area + PAGE, PAGE));
    fails(mincore(area + 1, PAGE, vec), EINVAL, "mincore inside a page");
    fails(mincore(area, 3 * PAGE, vec), ENOMEM, "mincore across a hole");
    fails(mincore(area, PAGE, (unsigned char *)16), EFAULT, "a bad vector");
    fails(mlock(area, 3 * PAGE), ENOMEM, "mlock across a hole");
    fails(munlock(area + PAGE, PAGE), ENOMEM, "munlock of a hole");
    fails(mlock2(area, PAGE, 2), EINVAL, "mlock2 with an unknown flag");
    fails(mlockall(0), EINVAL, "mlockall without a flag");
    fails(mlockall(MCL_ONFAULT), EINVAL, "mlockall with MCL_ONFAULT alone");
    fails(msync(area, PAGE, MS_ASYNC | MS_SYNC), EINVAL, "msync: two at once");
    fails(msync(area, PAGE, 8), EINVAL, "msync: an unknown flag");
    fails(msync(area + 1, PAGE, MS_SYNC), EINVAL, "msync inside a page");
    fails(msync(area, 3 * PAGE, MS_SYNC), ENOMEM, "msync across a hole");
    must(mlock(area, PAGE));
    fails(msync(area, PAGE, MS_INVALIDATE), EBUSY, "msync of what is locked");
    is(munlockall(), 0, "munlockall");
    is(msync(area, PAGE, MS_INVALIDATE), 0, "unlocks it");
}

int main(void)
{
    char *area = map(4, 0);

    plan(21);
    check_resident(area);
    check_errors(area);
    return done();
}
