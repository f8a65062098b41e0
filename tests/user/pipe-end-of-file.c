/* SPDX-License-Identifier: MIT */
/*
 * A pipe's bytes come out in order; the end of file is seen when all is read
 * and no write end is open any more (pipe(7)).
 */
#include "tap.h"

static int child_writes(void *arg)
{
    int *fds = arg;

    expect(write(fds[1], "one", 3) == 3);
    expect(write(fds[1], "two", 3) == 3);
    return 0;
}

int main(void)
{
    char text[16] = "";
    int fds[2], more;

    plan(9);
    must(pipe(fds));
    ok(exited_with(child_run(child_writes, fds), 0), "a child writes");
    is(read(fds[0], text, 4), 4, "a read takes what it asks for");
    ok(memcmp(text, "onet", 4) == 0, "in order");
    is(read(fds[0], text, sizeof text), 2, "the next what is there");
    must(write(fds[1], "last", 4));
    more = (int)must(dup(fds[1]));
    must(close(fds[1]));
    is(read(fds[0], text, sizeof text), 4, "the last bytes");
    must(fcntl(fds[0], F_SETFL, O_NONBLOCK));
    fails(read(fds[0], text, 1), EAGAIN, "a write end is left: EAGAIN");
    must(close(more));
    is(read(fds[0], text, 1), 0, "none is left: the end");
    is(read(fds[0], text, 1), 0, "again and again");
    fails(write(fds[0], text, 1), EBADF, "the read end is not for writing");
    return done();
}
