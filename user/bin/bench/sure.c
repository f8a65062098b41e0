/* SPDX-License-Identifier: MIT */
/*
 * Calls that end the benchmark when they go wrong: a figure for something that was not
 * done is worse than none.
 */
#include <err.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

pid_t fork_sure(void)
{
    pid_t pid = fork();

    if (pid < 0)
        err(1, "fork");
    return pid;
}

void pipe_sure(int ends[2])
{
    if (pipe(ends) < 0)
        err(1, "pipe");
}

void write_sure(int fd, const void *from, size_t size)
{
    if (write(fd, from, size) != (ssize_t)size)
        err(1, "write");
}

bool read_sure(int fd, void *to, size_t size)
{
    ssize_t len = read(fd, to, size);

    if (len < 0)
        err(1, "read");
    return len > 0;
}

void wait_sure(int count)
{
    for (int i = 0; i < count; i++) {
        int status;

        if (wait(&status) < 0)
            err(1, "wait");
        if (status != 0)
            errx(1, "a child ended with %#x", status);
    }
}
