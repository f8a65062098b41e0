/* SPDX-License-Identifier: MIT */
/* What mremap() refuses, and with which error (mremap(2), ERRORS). */
#include "tap.h"

#include <sys/mman.h>

enum {
    PAGE = 4096,
    RW = PROT_READ | PROT_WRITE,
    MOVE = MREMAP_MAYMOVE,
    FIXED = MREMAP_MAYMOVE | MREMAP_FIXED,
    DONTUNMAP = MREMAP_MAYMOVE | MREMAP_DONTUNMAP
};

/* Four pages are mapped; a hole follows. Addresses are offsets from there. */
static const struct {
    const char *what;
    size_t at, old_len, new_len;
    int flags;
    size_t to;
    int error;
} rows[] = {
    {"an unknown flag", 0, PAGE, PAGE, 8, 0, EINVAL},
    {"an address inside a page", 1, PAGE, 2 * PAGE, MOVE, 0, EINVAL},
    {"a new length of 0", 0, PAGE, 0, MOVE, 0, EINVAL},
    {"FIXED without MAYMOVE", 0, PAGE, PAGE, MREMAP_FIXED, 8 * PAGE, EINVAL},
    {"a new address inside a page", 0, PAGE, PAGE, FIXED, 8 * PAGE + 1, EINVAL},
    {"onto itself", 0, 2 * PAGE, 2 * PAGE, FIXED, PAGE, EINVAL},
    {"DONTUNMAP without MAYMOVE", 0, PAGE, PAGE, MREMAP_DONTUNMAP, 0, EINVAL},
    {"DONTUNMAP with another length", 0, PAGE, 2 * PAGE, DONTUNMAP, 0, EINVAL},
    {"nothing there", 6 * PAGE, PAGE, 2 * PAGE, MOVE, 0, EFAULT},
    {"more than the mapping", 2 * PAGE, 4 * PAGE, 5 * PAGE, MOVE, 0, EFAULT},
    {"an old length of 0, private", 0, 0, PAGE, MOVE, 0, EINVAL},
    {"no room to grow", 0, PAGE, 2 * PAGE, 0, 0, ENOMEM},
};

int main(void)
{
    enum { ROWS = sizeof rows / sizeof *rows };
    char *area = mmap(NULL, 16 * PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    plan(ROWS + 1);
    must(munmap(area + 4 * PAGE, 12 * PAGE));
    area[0] = 'x';
    for (int i = 0; i < ROWS; i++)
        fails((long)mremap(area + rows[i].at, rows[i].old_len, rows[i].new_len,
                           rows[i].flags, area + rows[i].to),
              rows[i].error, rows[i].what);
    is(area[0], 'x', "after all that it is as it was");
    return done();
}
