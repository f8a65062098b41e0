/* SPDX-License-Identifier: MIT */
/*
 * A buffer that is good at first and then not: read() and write() transfer
 * the good part or nothing, and never write beyond it (read(2), EFAULT).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, GOOD_PART = 100, ASKED = 300 };

static bool is_part_or_fault(long result)
{
    return (result == -1 && errno == EFAULT) ||
           (result > 0 && result <= GOOD_PART);
}

int main(void)
{
    char *pages = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char text[ASKED], *at = pages + PAGE - GOOD_PART;
    int fd, fds[2];
    long n;

    plan(7);
    memset(text, 't', sizeof text);
    fd = (int)must(open("file", O_RDWR | O_CREAT | O_TRUNC, 0644));
    must(write(fd, text, sizeof text));
    must(mprotect(pages + PAGE, PAGE, PROT_READ));
    must(lseek(fd, 0, SEEK_SET));
    n = read(fd, at, ASKED);
    if (!ok(is_part_or_fault(n), "read of a file into a read-only page"))
        diag("returned %ld", n);
    is(pages[PAGE], 0, "which is as before");
    must(munmap(pages + PAGE, PAGE));
    must(lseek(fd, 0, SEEK_SET));
    ok(is_part_or_fault(read(fd, at, ASKED)), "read beyond what is mapped");
    must(lseek(fd, 0, SEEK_SET));
    ok(is_part_or_fault(write(fd, at, ASKED)), "write from beyond it");
    must(pipe(fds));
    ok(is_part_or_fault(write(fds[1], at, ASKED)), "the same to a pipe");
    must(write(fds[1], text, sizeof text));
    ok(is_part_or_fault(read(fds[0], at, ASKED)), "and from a pipe");
    must(fcntl(fds[0], F_SETFL, O_NONBLOCK));
    while (read(fds[0], text, sizeof text) > 0)
        continue;
    is(errno, EAGAIN, "the pipe works on");
    return done();
}
