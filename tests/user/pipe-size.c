/* SPDX-License-Identifier: MIT */
/*
 * A pipe is a ring of pages: F_SETPIPE_SZ says of how many, rounded up to a power
 * of two (fcntl(2)).  A page that is not read empty is no room, whatever has been
 * read of it; a write that fits behind the last one's bytes goes there.
 */
#include "tap.h"

#include <poll.h>

enum { PAGE = 4096, LARGEST = 1 << 20, NOBODY = 65534 };

static char block[LARGEST];
static int fds[2];

static void check_sizes(void)
{
    is(fcntl(fds[0], F_GETPIPE_SZ), 16 * PAGE, "16 pages at first");
    is(fcntl(fds[0], F_SETPIPE_SZ, 0), PAGE, "a page at least");
    is(fcntl(fds[0], F_SETPIPE_SZ, PAGE + 1), 2 * PAGE, "rounded up");
    is(fcntl(fds[1], F_GETPIPE_SZ), 2 * PAGE, "for both ends");
    fails(fcntl(fds[0], F_SETPIPE_SZ, -1), EINVAL, "too large: EINVAL");
    is(fcntl(fds[0], F_SETPIPE_SZ, LARGEST), LARGEST, "the largest");
    fails(fcntl(fds[0], F_SETPIPE_SZ, LARGEST + 1), EPERM, "larger: EPERM");
    int other = must(open("/dev/null", O_RDWR));
    fails(fcntl(other, F_GETPIPE_SZ), EBADF, "no pipe: EBADF");
    fails(fcntl(other, F_SETPIPE_SZ, PAGE), EBADF, "nor to be set: EBADF");
    close(other);
}

/* In this order: what is written or read, and how much of it. */
static const struct step {
    int end, len, done;
} steps[] = {
    {1, 100000, 2 * PAGE}, {1, 1, -1},       /* two pages are full */
    {0, 1, 1},             {1, 1, -1},       /* no page has become free */
    {0, PAGE - 1, PAGE - 1}, {1, 5, 5},      /* but now one, for 5 bytes, */
    {1, PAGE - 6, PAGE - 6}, {1, 2, -1},     /* and some more, up to its end */
    {1, PAGE + 1, 1},      {1, PAGE, -1},    /* its last byte */
    {0, LARGEST, 2 * PAGE},
};

static void check_pages(void)
{
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        const struct step *step = &steps[i];
        long n = step->end == 1 ? write(fds[1], block, step->len)
                                : read(fds[0], block, step->len);

        is(n, step->done, step->end == 1 ? "a write" : "a read");
    }
}

static void check_busy(void)
{
    struct pollfd out = {fds[1], POLLOUT, 0};

    is(write(fds[1], block, PAGE + 1), PAGE + 1, "a page and a byte");
    fails(fcntl(fds[0], F_SETPIPE_SZ, PAGE), EBUSY, "need two pages: EBUSY");
    is(poll(&out, 1, 0), 0, "which are not ready to write");
    is(fcntl(fds[0], F_SETPIPE_SZ, 4 * PAGE), 4 * PAGE, "but four");
    is(poll(&out, 1, 0), 1, "are");
    is(read(fds[0], block, LARGEST), PAGE + 1, "nothing was lost");
}

int main(void)
{
    plan(26);
    if (geteuid() == 0)
        must(setuid(NOBODY));
    must(pipe2(fds, O_NONBLOCK));
    check_sizes();
    must(fcntl(fds[0], F_SETPIPE_SZ, 2 * PAGE));
    check_pages();
    check_busy();
    return done();
}
