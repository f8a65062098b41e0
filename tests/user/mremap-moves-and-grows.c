/* SPDX-License-Identifier: MIT */
/*
 * mremap() grows a mapping in place where there is room, moves it with its
 * contents where it may, shrinks it, puts it where it is told, and makes a second
 * mapping of a shared one (mremap(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE };

static char *map(size_t pages, int flags)
{
    return mmap(NULL, pages * PAGE, RW, MAP_ANONYMOUS | flags, -1, 0);
}

static bool is_mapped(char *page)
{
    return msync(page, PAGE, MS_ASYNC) == 0;
}

static void check_in_place(void)
{
    char *area = map(8, MAP_PRIVATE);

    munmap(area + 4 * PAGE, 4 * PAGE);
    area[0] = 'a';
    ok(mremap(area, 4 * PAGE, 6 * PAGE, 0) == area, "it grows where it is");
    area[6 * PAGE - 1] = 'z';
    ok(area[0] == 'a' && area[4 * PAGE] == 0, "with zeros behind");
    ok(mremap(area, 6 * PAGE, 2 * PAGE, 0) == area, "it shrinks");
    ok(is_mapped(area + PAGE) && !is_mapped(area + 2 * PAGE), "to its length");
    munmap(area, 2 * PAGE);
}

static void check_moving(void)
{
    char *area = map(8, MAP_PRIVATE), *moved;

    strcpy(area, "first");
    strcpy(area + 2 * PAGE, "last");
    fails((long)mremap(area, 3 * PAGE, 5 * PAGE, 0), ENOMEM,
          "no room and may not move: ENOMEM");
    moved = mremap(area, 3 * PAGE, 5 * PAGE, MREMAP_MAYMOVE);
    ok(moved != MAP_FAILED && moved != area, "a part moves to where it fits");
    ok(!strcmp(moved, "first") && !strcmp(moved + 2 * PAGE, "last") &&
           moved[4 * PAGE] == 0,
       "with its contents, and zeros behind");
    ok(!is_mapped(area) && is_mapped(area + 3 * PAGE), "only that part");
    moved = mremap(moved, 5 * PAGE, 3 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED,
                   area + 4 * PAGE);
    ok(moved == area + 4 * PAGE && !strcmp(moved + 2 * PAGE, "last"),
       "MREMAP_FIXED puts it over what was there");
    munmap(area + 3 * PAGE, 5 * PAGE);
}

static void check_shared(void)
{
    char *area = map(2, MAP_SHARED), *twin, *left;

    twin = mremap(area, 0, 2 * PAGE, MREMAP_MAYMOVE);
    area[PAGE] = 's';
    ok(twin != MAP_FAILED && twin[PAGE] == 's',
       "an old length of 0 makes a second mapping of a shared one");
    left = map(2, MAP_PRIVATE);
    left[0] = 'l';
    twin = mremap(left, 2 * PAGE, 2 * PAGE, MREMAP_MAYMOVE | MREMAP_DONTUNMAP, 0);
    if (!ok(twin != MAP_FAILED && twin != left && twin[0] == 'l' && !left[0],
            "MREMAP_DONTUNMAP leaves zeros behind"))
        diag("%p from %p", (void *)twin, (void *)left);
}

int main(void)
{
    plan(11);
    check_in_place();
    check_moving();
    check_shared();
    return done();
}
