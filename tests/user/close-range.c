/* SPDX-License-Identifier: MIT */
/*
 * close_range() closes a range of descriptors, or marks them close-on-exec
 * (close_range(2)).
 */
#include "tap.h"

static bool is_open(int fd)
{
    return fcntl(fd, F_GETFD) != -1;
}

int main(void)
{
    plan(11);
    for (int fd = 10; fd < 16; fd++)
        must(dup2(1, fd));
    is(close_range(11, 13, 0), 0, "close_range()");
    ok(is_open(10) && !is_open(11) && !is_open(12) && !is_open(13) &&
           is_open(14), "closes these and no others");
    is(close_range(11, 13, 0), 0, "again: there is nothing to do");
    is(close_range(14, 14, CLOSE_RANGE_CLOEXEC), 0, "CLOSE_RANGE_CLOEXEC");
    is(fcntl(14, F_GETFD), FD_CLOEXEC, "marks");
    is(fcntl(15, F_GETFD), 0, "only these");
    is(close_range(10, ~0u, CLOSE_RANGE_UNSHARE), 0, "to the end");
    ok(!is_open(10) && !is_open(15), "they are closed");
    ok(is_open(1), "those before it are not");
    fails(close_range(5, 4, 0), EINVAL, "an empty range: EINVAL");
    fails(close_range(5, 6, 0x80), EINVAL, "unknown flags: EINVAL");
    return done();
}
