/* SPDX-License-Identifier: MIT */
/*
 * Waiting for several descriptors: poll, ppoll, select, pselect.
 *
 * Linux's calls write back what is left of a timeout.  POSIX's ppoll and pselect
 * do not, so those get a copy.
 * Read next: kernel/sys/sys_poll.c.
 */
#include <poll.h>
#include <signal.h>
#include <sys/select.h>
#include "sys.h"

int poll(struct pollfd fds[], nfds_t count, int timeout_ms)
{
    return (int)syscall_result(sys_poll(fds, count, timeout_ms));
}

int ppoll(struct pollfd fds[], nfds_t count, const struct timespec *timeout,
          const sigset_t *mask)
{
    struct timespec copy;

    if (timeout)
        copy = *timeout;
    return (int)syscall_result(sys_ppoll(fds, count, timeout ? &copy : NULL,
                                         mask, sizeof(*mask)));
}

int select(int count, fd_set *restrict read, fd_set *restrict write,
           fd_set *restrict except, struct timeval *restrict timeout)
{
    return (int)syscall_result(
        sys__newselect(count, read, write, except, timeout));
}

int pselect(int count, fd_set *restrict read, fd_set *restrict write,
            fd_set *restrict except, const struct timespec *restrict timeout,
            const sigset_t *restrict mask)
{
    const struct {
        const sigset_t *mask;
        size_t size;
    } given = { mask, sizeof(*mask) };
    struct timespec copy;

    if (timeout)
        copy = *timeout;
    return (int)syscall_result(sys_pselect6(
        count, read, write, except, timeout ? &copy : NULL, &given));
}
