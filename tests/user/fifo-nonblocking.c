/* SPDX-License-Identifier: MIT */
/*
 * With O_NONBLOCK a fifo opens at once for reading, and for writing only if
 * somebody reads: ENXIO; a reader that never had a writer gets end of file but no
 * POLLHUP (fifo(7), open(2), poll(2)).
 */
#include "tap.h"
#include <poll.h>

static short events_of(int fd)
{
    struct pollfd p = {fd, POLLIN | POLLOUT, 0};

    must(poll(&p, 1, 0));
    return p.revents;
}

int main(void)
{
    char text[16];
    int reader, writer;

    plan(13);
    must(mkfifo("fifo", 0644));
    fails(open("fifo", O_WRONLY | O_NONBLOCK), ENXIO, "nobody reads: ENXIO");
    reader = open("fifo", O_RDONLY | O_NONBLOCK);
    ok(reader >= 0, "a reader comes at once");
    is(read(reader, text, 1), 0, "without a writer: end of file");
    is(events_of(reader), 0, "but poll() says nothing yet");
    writer = open("fifo", O_WRONLY | O_NONBLOCK);
    ok(writer >= 0, "now a writer may come");
    fails(read(reader, text, 1), EAGAIN, "an empty fifo: EAGAIN");
    is(events_of(writer), POLLOUT, "it can be written");
    is(write(writer, "abc", 3), 3, "and is");
    is(events_of(reader), POLLIN, "so it can be read");
    must(close(writer));
    is(events_of(reader), POLLIN | POLLHUP, "bytes and POLLHUP");
    is(read(reader, text, sizeof text), 3, "the bytes are still there");
    is(read(reader, text, 1), 0, "then end of file");
    is(events_of(reader), POLLHUP, "and POLLHUP");
    return done();
}
