/* SPDX-License-Identifier: MIT */
/*
 * Errors: from the kernel's -ENOENT to -1 with errno set to ENOENT.
 *
 * Every function of the library that wraps a system call ends here.  The
 * kernel never returns a value from -4095 to -1 for anything but an error
 * (errno(3), syscall(2)).  A process has one thread, so errno is a variable.
 * Read next: strerror.c.
 */
#include <errno.h>
#include "sys.h"

#define ERROR_MAX 4095

int errno;

long syscall_result(long result)
{
    if (result < 0 && result >= -ERROR_MAX) {
        errno = (int)-result;
        return -1;
    }
    return result;
}
