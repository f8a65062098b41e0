/* SPDX-License-Identifier: MIT */
/*
 * Locks on files: flock(2), and lockf(3), which is a record lock from the file's
 * position on.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "sys.h"

int flock(int fd, int operation)
{
    return (int)syscall_result(sys_flock(fd, operation));
}

int lockf(int fd, int command, off_t len)
{
    struct flock lock = {F_WRLCK, SEEK_CUR, 0, len, 0};

    switch (command) {
    case F_LOCK:
        return fcntl(fd, F_SETLKW, &lock);
    case F_TLOCK:
        return fcntl(fd, F_SETLK, &lock);
    case F_ULOCK:
        lock.l_type = F_UNLCK;
        return fcntl(fd, F_SETLK, &lock);
    case F_TEST:
        if (fcntl(fd, F_GETLK, &lock) == -1)
            return -1;
        if (lock.l_type == F_UNLCK)
            return 0;
        errno = EACCES;
        return -1;
    default:
        errno = EINVAL;
        return -1;
    }
}
