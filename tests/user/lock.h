/* SPDX-License-Identifier: MIT */
/* Record locks for tests: asking for them, and asking somebody else about them. */
#pragma once

#include "tap.h"

static inline int lock_ask(int fd, int command, short type, off_t start,
                           off_t len)
{
    struct flock lock = {type, SEEK_SET, start, len, 0};

    return fcntl(fd, command, &lock);
}


/* What another process sees that would lock the bytes for writing. */
static inline struct flock lock_seen(int fd, off_t start, off_t len)
{
    struct flock lock = {F_WRLCK, SEEK_SET, start, len, 0};
    int pipe_fds[2];
    pid_t child;

    must(pipe(pipe_fds));
    child = (pid_t)must(fork());
    if (child == 0) {
        must(fcntl(fd, F_GETLK, &lock));
        must(write(pipe_fds[1], &lock, sizeof lock));
        _exit(0);
    }
    must(read(pipe_fds[0], &lock, sizeof lock));
    child_wait(child);
    close(pipe_fds[0]);
    close(pipe_fds[1]);
    return lock;
}

/* Whether another process sees the lock TYPE on exactly these bytes there. */
static inline bool lock_is_seen(int fd, off_t at, short type, off_t start,
                                off_t len)
{
    struct flock lock = lock_seen(fd, at, 1);

    if (type == F_UNLCK)
        return lock.l_type == F_UNLCK;
    return lock.l_type == type && lock.l_whence == SEEK_SET &&
           lock.l_start == start && lock.l_len == len;
}
