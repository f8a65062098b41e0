/* SPDX-License-Identifier: MIT */
/*
 * A new descriptor is the lowest free one; closed ones are EBADF; when the
 * table is full open() is EMFILE (open(2), close(2)).
 */
#include "tap.h"

int main(void)
{
    int first, count = 0, fd, error;
    int fds[2];

    plan(10);
    first = (int)must(dup(0));
    is(dup(0), first + 1, "dup takes the next");
    is(dup(0), first + 2, "and the next");
    is(close(first + 1), 0, "one between is closed");
    fails(close(first + 1), EBADF, "twice: EBADF");
    is(dup(0), first + 1, "and is taken again");
    fails(close(-1), EBADF, "-1: EBADF");
    fails(close(100000), EBADF, "one out of range: EBADF");
    while ((fd = dup(0)) >= 0)
        count++;
    error = errno;
    is(error, EMFILE, "when all are taken: EMFILE");
    ok(count > 200, "after hundreds");
    must(close(first));
    fails(pipe(fds), EMFILE, "pipe with one left: EMFILE");
    return done();
}
