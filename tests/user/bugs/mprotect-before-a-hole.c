/* SPDX-License-Identifier: MIT */
/*
 * mprotect() over a range with a hole fails with ENOMEM, and what stands before
 * the hole has changed all the same, as on Linux (mprotect(2), ERRORS).
 */
#include "tap.h"

#include <sys/mman.h>

#define PAGE 4096

int main(void)
{
    int fds[2];

    plan(5);
    char *p = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    must(munmap(p + PAGE, PAGE));
    must(pipe(fds));
    is(write(fds[1], "ab", 2), 2, "two bytes to read");
    is(mprotect(p, 2 * PAGE, PROT_READ), -1, "mprotect over a hole fails");
    is(errno, ENOMEM, "with ENOMEM");
    is(read(fds[0], p, 1), -1, "the page before it is read-only");
    is(errno, EFAULT, "so that nothing can be read into it");
    return done();
}
