/* SPDX-License-Identifier: MIT */
/*
 * A pipe that is filled again after a read that ended inside a page keeps every
 * byte in its place (pipe(7)).
 *
 * The writer then comes round into the page that the reader is still in.  The
 * pipe gave that page away when the reader left it, with the new bytes.
 */
#include "tap.h"

enum { CAPACITY = 65536, STEP = 10000, ROUNDS = 40 };

static unsigned char block[CAPACITY];
static int written, seen;

static unsigned char pattern(int i)
{
    return (unsigned char)(i * 7 + i / 251);
}

/* Writes as much as goes in.  Linux takes whole pages only. */
static void fill(int fd)
{
    for (int i = 0; i < CAPACITY; i++)
        block[i] = pattern(written + i);
    written += (int)must(write(fd, block, CAPACITY - (size_t)(written - seen)));
}

/* Reads LEN bytes.  Are they the ones that were written? */
static bool read_next(int fd, int len)
{
    bool is_same = true;

    if (read(fd, block, (size_t)len) != len)
        tap_bail("read");
    for (int i = 0; i < len; i++)
        is_same = is_same && block[i] == pattern(seen + i);
    seen += len;
    return is_same;
}

int main(void)
{
    bool is_same = true;
    int fds[2];

    plan(2);
    must(pipe(fds));
    must(fcntl(fds[1], F_SETFL, O_NONBLOCK));
    fill(fds[1]);
    for (int i = 0; i < ROUNDS; i++) {
        is_same = read_next(fds[0], STEP) && is_same;
        fill(fds[1]);
    }
    ok(is_same, "what comes out of a full pipe is as it was");
    ok(read_next(fds[0], written - seen), "to the last byte");
    return done();
}
