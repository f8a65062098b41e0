/* SPDX-License-Identifier: MIT */
/*
 * pipe2() refused O_DIRECT: each write is then a packet, of a page at most, and each
 * read takes one and drops what it has no room for (pipe(2)).
 */
#include "tap.h"

enum { PAGE = 4096, BYTES = 9000 };

static char buf[BYTES];

int main(void)
{
    int fds[2], count = 0;

    plan(15);
    is(pipe2(fds, O_DIRECT | O_NONBLOCK), 0, "a pipe for packets");
    is(fcntl(fds[0], F_GETFL), O_NONBLOCK, "its reader");
    is(fcntl(fds[1], F_GETFL), O_WRONLY | O_DIRECT | O_NONBLOCK, "its writer");
    must(write(fds[1], "abc", 3));
    must(write(fds[1], "defg", 4));
    is(read(fds[0], buf, 2), 2, "part of one: the rest is lost");
    is(read(fds[0], buf, sizeof buf), 4, "one alone");
    ok(memcmp(buf, "defg", 4) == 0, "the second");
    is(write(fds[1], buf, BYTES), BYTES, "more than a page");
    is(read(fds[0], buf, sizeof buf), PAGE, "a page");
    is(read(fds[0], buf, sizeof buf), PAGE, "another");
    is(read(fds[0], buf, sizeof buf), BYTES - 2 * PAGE, "the rest");
    is(write(fds[1], "", 0), 0, "none is empty");
    fails(read(fds[0], buf, sizeof buf), EAGAIN, "all are read");
    while (write(fds[1], "x", 1) == 1)
        count++;
    is(count, 16, "as many as pages");
    is(read(fds[0], buf, sizeof buf), 1, "one by one");
    fails(pipe2(fds, O_DIRECT | O_APPEND), EINVAL, "another flag");
    return done();
}
