/* SPDX-License-Identifier: MIT */
/*
 * The first mmap() takes its six arguments from memory, and counts the offset in
 * bytes (mmap(2), NOTES).
 */
#include "tap.h"
#include "raw.h"

#include <sys/mman.h>

enum { OLD_MMAP = 90, PAGE = 4096, RW = PROT_READ | PROT_WRITE };

static long old_map(unsigned long flags, int fd, unsigned long offset)
{
    const unsigned long args[] = {0,     PAGE, RW,
                                  flags, (unsigned long)fd, offset};

    return raw_call(OLD_MMAP, (long)args, 0, 0);
}

int main(void)
{
    int fd = (int)must(open("mapped", O_RDWR | O_CREAT, 0600));
    char *page;

    plan(4);
    page = (char *)old_map(MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ok(page[0] == 0 && (page[0] = 'x') == 'x', "anonymous memory");
    must(pwrite(fd, "second", 6, PAGE));
    page = (char *)old_map(MAP_SHARED, fd, PAGE);
    ok(memcmp(page, "second", 6) == 0, "a file from its second page on");
    is(old_map(MAP_SHARED, fd, 100), -EINVAL, "from inside a page: EINVAL");
    is(raw_call(OLD_MMAP, 8, 0, 0), -EFAULT, "a bad pointer: EFAULT");
    unlink("mapped");
    return done();
}
