/* SPDX-License-Identifier: MIT */
/*
 * A pipe can be written, says poll(), if it has room for PIPE_BUF bytes
 * (poll(2), pipe(7)).
 */
#include "tap.h"

#include <limits.h>
#include <poll.h>

static int fds[2];

static bool is_writable(void)
{
    struct pollfd p = {fds[1], POLLOUT, 0};

    return poll(&p, 1, 0) == 1 && p.revents == POLLOUT;
}

int main(void)
{
    static char text[PIPE_BUF];

    plan(4);
    must(pipe(fds));
    must(fcntl(fds[1], F_SETFL, O_NONBLOCK));
    ok(is_writable(), "an empty one");
    while (write(fds[1], text, PIPE_BUF) == PIPE_BUF)
        continue;
    ok(!is_writable(), "not a full one");
    must(read(fds[0], text, PIPE_BUF - 1));
    ok(!is_writable(), "nor for one byte too few");
    must(read(fds[0], text, 1));
    ok(is_writable(), "but for PIPE_BUF");
    return done();
}
