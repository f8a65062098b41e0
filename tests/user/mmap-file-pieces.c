/* SPDX-License-Identifier: MIT */
/*
 * Each page of a file's mapping is the same page of the file, also where the
 * mapping was cut into pieces, has a piece with other rights, or was moved, before
 * the page is touched (mmap(2), munmap(2), mremap(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, PAGES = 4, RW = PROT_READ | PROT_WRITE };

static int fd;

/* The file's page N is full of the letter N behind 'a'. */
static void file_fill(void)
{
    char page[PAGE];

    fd = (int)must(open("pieces", O_RDWR | O_CREAT, 0600));
    for (int i = 0; i < PAGES; i++) {
        memset(page, 'a' + i, PAGE);
        must(write(fd, page, PAGE));
    }
}

static char *file_map(int flags)
{
    char *area = mmap(NULL, PAGES * PAGE, RW, flags, fd, 0);

    if (area == MAP_FAILED)
        tap_bail("mmap");
    return area;
}

static void check(int flags, const char *what)
{
    char *area = file_map(flags), *moved;

    diag("%s", what);
    must(munmap(area + PAGE, PAGE));
    is(area[2 * PAGE], 'c', "behind a hole");
    must(munmap(area, PAGES * PAGE));

    area = file_map(flags);
    must(mprotect(area + PAGE, PAGE, PROT_READ));
    is(area[PAGE], 'b', "where the rights are others");
    is(area[3 * PAGE], 'd', "and behind");
    must(munmap(area, PAGES * PAGE));

    area = file_map(flags);
    moved = mremap(area + 2 * PAGE, PAGE, 2 * PAGE, MREMAP_MAYMOVE);
    ok(moved != MAP_FAILED && moved[0] == 'c' && moved[PAGE] == 'd',
       "what was moved and grew");
    must(munmap(moved, 2 * PAGE));
    must(munmap(area, 2 * PAGE));
    must(munmap(area + 3 * PAGE, PAGE));
}

int main(void)
{
    plan(8);
    file_fill();
    check(MAP_PRIVATE, "private");
    check(MAP_SHARED, "shared");
    unlink("pieces");
    return done();
}
