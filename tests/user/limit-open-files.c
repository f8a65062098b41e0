/* SPDX-License-Identifier: MIT */
/*
 * RLIMIT_NOFILE is one more than the highest descriptor that is given out; what
 * is open above it stays open (getrlimit(2)).
 */
#include "tap.h"

#include <sys/resource.h>

static void limit_files(rlim_t files)
{
    struct rlimit limit;

    must(getrlimit(RLIMIT_NOFILE, &limit));
    limit.rlim_cur = files;
    must(setrlimit(RLIMIT_NOFILE, &limit));
}

static int child_at_its_limit(void *unused)
{
    (void)unused;
    return dup(0) == -1 && errno == EMFILE ? 0 : 1;
}

int main(void)
{
    int fds[2], fd;

    plan(12);
    is(dup2(0, 50), 50, "a high descriptor");
    limit_files(20);
    is(sysconf(_SC_OPEN_MAX), 20, "sysconf tells of the limit");
    while ((fd = dup(0)) != -1)
        if (fd >= 20)
            break;
    is(errno, EMFILE, "then so many are given: EMFILE");
    is(fcntl(19, F_GETFD), 0, "the last of them was 19");
    is(fcntl(50, F_GETFD), 0, "what was open above stays open");
    fails(open("/dev/null", O_RDONLY), EMFILE, "so for open");
    fails(pipe(fds), EMFILE, "and pipe");
    fails(dup2(0, 20), EBADF, "dup2 to a higher one: EBADF");
    fails(fcntl(0, F_DUPFD, 20), EINVAL, "F_DUPFD from there: EINVAL");
    ok(exited_with(child_run(child_at_its_limit, NULL), 0), "a child inherits");
    must(close(19));
    fails(pipe(fds), EMFILE, "one is not enough for a pipe");
    is(dup(0), 19, "and is free again after it");
    return done();
}
