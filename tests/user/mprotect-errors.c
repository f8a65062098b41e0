/* SPDX-License-Identifier: MIT */
/*
 * What mprotect() and munmap() refuse, and that the part before a hole is changed
 * all the same (mprotect(2), munmap(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE };

/* Whether the kernel can write to ADDR. */
static bool is_writable(char *addr)
{
    int fds[2];
    bool can;

    must(pipe(fds));
    must(write(fds[1], "x", 1));
    can = read(fds[0], addr, 1) == 1;
    close(fds[0]);
    close(fds[1]);
    return can;
}

static void check_mprotect(char *area)
{
    fails(mprotect(area + 1, PAGE, PROT_READ), EINVAL, "inside a page");
    is(mprotect(area, 0, 0x40), 0, "no bytes: all is well, whatever it asks");
    fails(mprotect(area, PAGE, 0x40), EINVAL, "an unknown right");
    fails(mprotect(area, PAGE, PROT_READ | PROT_GROWSDOWN), EINVAL,
          "PROT_GROWSDOWN for what does not grow");
    fails(mprotect(area, (size_t)-PAGE, PROT_READ), ENOMEM,
          "beyond all addresses");
    must(munmap(area + 2 * PAGE, PAGE));
    fails(mprotect(area + 2 * PAGE, PAGE, RW), ENOMEM, "a hole");
    fails(mprotect(area, 4 * PAGE, PROT_READ), ENOMEM, "across a hole");
    ok(!is_writable(area), "what is before it has changed");
}

int main(void)
{
    char *area = mmap(NULL, 4 * PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    plan(14);
    check_mprotect(area);
    must(mprotect(area, 2 * PAGE, PROT_NONE));
    ok(!is_writable(area), "PROT_NONE: not the kernel either");
    must(mprotect(area, 2 * PAGE, RW));
    ok(is_writable(area), "and back");
    fails(munmap(area + 1, PAGE), EINVAL, "munmap inside a page");
    fails(munmap(area, 0), EINVAL, "munmap of nothing");
    fails(munmap(area, (size_t)-PAGE), EINVAL, "munmap beyond all addresses");
    is(munmap(area + 2 * PAGE, PAGE), 0, "munmap of a hole");
    return done();
}
