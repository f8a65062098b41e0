/* SPDX-License-Identifier: MIT */
/*
 * RLIMIT_FSIZE: a write up to the limit is cut short there; one at or beyond it
 * gets SIGXFSZ, and EFBIG where that is ignored (write(2), getrlimit(2)).
 */
#include "tap.h"

#include <sys/resource.h>

enum { LIMIT = 1000 };

static const char *const path = "limit-file-size.tmp";

static int child_writes_beyond(void *unused)
{
    int fd = (int)must(open(path, O_WRONLY));

    (void)unused;
    must(lseek(fd, LIMIT, SEEK_SET));
    return (int)write(fd, "x", 1);
}

int main(void)
{
    struct rlimit limit = {LIMIT, RLIM_INFINITY};
    static char bytes[LIMIT];
    int fds[2], fd;

    plan(12);
    file_write(path, "");
    must(setrlimit(RLIMIT_FSIZE, &limit));
    ok(killed_by(child_run(child_writes_beyond, NULL), SIGXFSZ),
       "beyond the limit: SIGXFSZ");
    handle(SIGXFSZ, SIG_IGN, 0);
    fd = (int)must(open(path, O_RDWR));
    is(write(fd, bytes, 600), 600, "600 of 1000 bytes");
    is(write(fd, bytes, 600), 400, "400 of 600 are cut at the limit");
    fails(write(fd, bytes, 600), EFBIG, "then EFBIG");
    is(write(fd, bytes, 0), 0, "nothing may be written");
    fails(ftruncate(fd, LIMIT + 1), EFBIG, "ftruncate to more: EFBIG");
    is(ftruncate(fd, LIMIT), 0, "to the limit");
    is(ftruncate(fd, 10), 0, "and below");
    close(fd);
    fd = (int)must(open(path, O_WRONLY | O_APPEND));
    is(write(fd, bytes, LIMIT), LIMIT - 10, "O_APPEND counts from the end");
    must(pipe(fds));
    limit.rlim_cur = 0;
    must(setrlimit(RLIMIT_FSIZE, &limit));
    is(write(fds[1], bytes, 10), 10, "a pipe is no file");
    fails(truncate(path, LIMIT + 100), EFBIG, "truncate too: EFBIG");
    is(truncate(path, 1), 0, "shortening is always allowed");
    unlink(path);
    return done();
}
