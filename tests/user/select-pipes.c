/* SPDX-License-Identifier: MIT */
/*
 * select() leaves in its sets the descriptors that are ready, counts them, and
 * gives EBADF and EINVAL (select(2)).
 */
#include "raw.h"
#include "tap.h"
#include <sys/select.h>
#include <sys/time.h>

static fd_set in, out;
static int a[2], b[2];

static int select_now(int count, fd_set *except)
{
    struct timeval zero = {0, 0};

    FD_ZERO(&in);
    FD_ZERO(&out);
    FD_SET(a[0], &in);
    FD_SET(b[0], &in);
    FD_SET(a[1], &out);
    return select(count, &in, &out, except, &zero);
}

int main(void)
{
    struct timeval bad = {0, -1};
    long args[5] = {0, 0, 0, 0, 0};
    fd_set closed;

    plan(16);
    must(pipe(a));
    must(pipe(b));
    is(select_now(b[1] + 1, NULL), 1, "one can be written");
    ok(!FD_ISSET(a[0], &in) && !FD_ISSET(b[0], &in), "none can be read");
    ok(FD_ISSET(a[1], &out), "the empty pipe is the one");
    must(write(b[1], "x", 1));
    is(select_now(b[1] + 1, NULL), 2, "now one more");
    ok(FD_ISSET(b[0], &in) && !FD_ISSET(a[0], &in), "which can be read");
    must(close(a[1]));
    must(dup2(b[1], a[1]));
    is(select_now(b[1] + 1, NULL), 3, "end of file counts as ready");
    ok(FD_ISSET(a[0], &in), "to be read");
    is(select_now(0, NULL), 0, "of no descriptors none is ready");
    ok(FD_ISSET(a[0], &in), "sets beyond the count are left alone");
    FD_ZERO(&closed);
    is(select_now(b[1] + 1, &closed), 3, "an empty third set");
    FD_SET(b[1] + 7, &closed);
    fails(select_now(b[1] + 8, &closed), EBADF, "not open: EBADF");
    fails(select(-1, NULL, NULL, NULL, NULL), EINVAL, "-1: EINVAL");
    fails(select(0, NULL, NULL, NULL, &bad), EINVAL, "a bad time: EINVAL");
    fails(select(1, (fd_set *)16, NULL, NULL, NULL), EFAULT, "EFAULT");
    bad = (struct timeval){0, 0};
    args[4] = (long)&bad;
    is(syscall(SYS_select, args), 0, "the first call of that name");
    fails(syscall(SYS_select, 16), EFAULT, "its EFAULT");
    return done();
}
