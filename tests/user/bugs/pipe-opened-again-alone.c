/* SPDX-License-Identifier: MIT */
/*
 * A pipe without a name that was opened again through /proc/self/fd waited for a
 * partner, as a fifo does: a reader whose writers were gone slept for ever.
 */
#include "../tap.h"

static int open_again(int fd, int flags)
{
    char path[32];

    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    return open(path, flags);
}

int main(void)
{
    char byte;
    int ends[2], fd;

    plan(4);
    signal(SIGPIPE, SIG_IGN);
    must(pipe(ends));
    must(close(ends[1]));
    fd = open_again(ends[0], O_RDONLY);
    ok(fd != -1, "opened to read, without a writer");
    is(read(fd, &byte, 1), 0, "it is at its end");
    must(pipe(ends));
    must(close(ends[0]));
    fd = open_again(ends[1], O_WRONLY | O_NONBLOCK);
    ok(fd != -1, "opened to write, without a reader");
    fails(write(fd, "x", 1), EPIPE, "it is broken");
    return done();
}
