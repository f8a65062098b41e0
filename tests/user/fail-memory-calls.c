/* SPDX-License-Identifier: MIT */
/*
 * Calls that change mappings, when memory runs out at each allocation in turn:
 * an error, and all is as it was.  Needs /proc/self/fail-nth to be of use.
 */
#include "tap.h"

#include <sys/mman.h>

#include "failnth.h"

enum { PAGE = 4096, PAGES = 6, RW = PROT_READ | PROT_WRITE };

static char *area;
static char path[] = "/tmp/fail-memory-XXXXXX";
static int fd;

static long as_result(void *map)
{
    return map == MAP_FAILED ? -1 : (long)map;
}

static long map_private(void)
{
    return as_result(mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                          0));
}

static long map_shared(void)
{
    return as_result(mmap(NULL, PAGE, RW, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
}

static long map_file(void)
{
    return as_result(mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, 0));
}

static void unmap(long map)
{
    must(munmap((void *)map, PAGE));
}

/* What is in the middle of AREA is cut out, or not. */
static long map_over(void)
{
    return as_result(mmap(area + 2 * PAGE, PAGE, PROT_READ,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0));
}

static void fill_again(long unused)
{
    (void)unused;
    must(as_result(mmap(area + 2 * PAGE, PAGE, RW,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)));
    area[2 * PAGE] = 'x';
}

static long protect_middle(void)
{
    return mprotect(area + 2 * PAGE, PAGE, PROT_NONE);
}

static void protect_again(long unused)
{
    (void)unused;
    must(mprotect(area, PAGES * PAGE, RW));
}

static long unmap_middle(void)
{
    return munmap(area + 2 * PAGE, PAGE);
}

static long move_middle(void)
{
    return as_result(mremap(area + 2 * PAGE, PAGE, 3 * PAGE, MREMAP_MAYMOVE));
}

static void unmap_moved(long map)
{
    must(munmap((void *)map, 3 * PAGE));
    fill_again(0);
}

static long lock_middle(void)
{
    return mlock(area + 2 * PAGE, PAGE);
}

static void unlock_all(long unused)
{
    (void)unused;
    must(munlockall());
}

static long grow_break(void)
{
    return (long)sbrk(64 * PAGE);
}

static void shrink_break(long unused)
{
    (void)unused;
    must((long)sbrk(-64 * PAGE));
}

static const struct fail_case cases[] = {
    {"mmap, private", map_private, unmap},
    {"mmap, shared", map_shared, unmap},
    {"mmap of a file", map_file, unmap},
    {"mmap over another mapping", map_over, fill_again},
    {"mprotect in the middle", protect_middle, protect_again},
    {"munmap in the middle", unmap_middle, fill_again},
    {"mremap of the middle", move_middle, unmap_moved},
    {"mlock in the middle", lock_middle, unlock_all},
    {"sbrk", grow_break, shrink_break},
};

int main(void)
{
    enum { CASES = sizeof cases / sizeof *cases };
    bool is_kept = true;

    plan(CASES + 1);
    fd = must(mkstemp(path));
    must(unlink(path));
    must(ftruncate(fd, PAGE));
    area = mmap(NULL, PAGES * PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memset(area, 'x', PAGES * PAGE);
    fail_check_all(cases, CASES);
    for (int i = 0; i < PAGES; i++)
        is_kept = is_kept && area[i * PAGE] == 'x';
    ok(is_kept, "what the pages held they hold");
    return done();
}
