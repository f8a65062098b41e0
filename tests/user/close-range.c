/* SPDX-License-Identifier: MIT */
/*
 * close_range(2) closes all descriptors from one to another, or marks them for
 * exec, in a table of one's own if asked.
 */
#include "tap.h"

#include <sched.h>
#include <sys/syscall.h>

enum {
    UNSHARE = 2,
    CLOEXEC = 4
};

static long close_range_low(unsigned int first, unsigned int last,
                            unsigned int flags)
{
    errno = 0;
    return syscall(SYS_close_range, first, last, flags);
}

static int flags_of(int fd)
{
    return fcntl(fd, F_GETFD);
}

/* Leaves 10, 11 and 13 open. */
static void three_open(void)
{
    dup2(STDOUT_FILENO, 10);
    dup2(STDOUT_FILENO, 11);
    dup2(STDOUT_FILENO, 13);
}

/* A child that shares the table closes 10 and up. Returns: its wait status. */
static int child_closes(unsigned int flags)
{
    int status = -1;
    pid_t pid = (pid_t)syscall(SYS_clone, CLONE_FILES | SIGCHLD, 0, 0, 0, 0);

    if (pid == 0)
        _exit(close_range_low(10, ~0u, flags) != 0);
    waitpid(pid, &status, 0);
    return status;
}

int main(void)
{
    plan(8);
    three_open();
    ok(close_range_low(11, 12, 0) == 0 && flags_of(10) == 0 &&
           flags_of(11) == -1 && flags_of(13) == 0,
       "a range, of which not all is open");
    ok(close_range_low(10, 13, CLOEXEC) == 0 && flags_of(10) == FD_CLOEXEC &&
           flags_of(13) == FD_CLOEXEC && flags_of(11) == -1,
       "marked for exec");
    ok(close_range_low(13, 10, 0) == -1 && errno == EINVAL, "a reverse range");
    ok(close_range_low(10, 13, 1) == -1 && errno == EINVAL, "an unknown flag");
    three_open();
    ok(child_closes(UNSHARE) == 0 && flags_of(13) == 0,
       "a child that unshares the table closes its own");
    ok(child_closes(0) == 0 && flags_of(13) == -1, "otherwise everybody's");
    three_open();
    ok(close_range_low(10, ~0u, 0) == 0 && flags_of(10) == -1 &&
           flags_of(13) == -1,
       "to the end");
    ok(close_range_low(10, ~0u, 0) == 0, "with none open");
    return done();
}
