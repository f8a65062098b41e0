/* SPDX-License-Identifier: MIT */
/*
 * poll(2) and ppoll(2): waiting for several descriptors at once.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: sys/poll_set.c, sys/sys_select.c.
 */
#include <asm/resource.h>

#include "proc/limits.h"
#include "sys/handler.h"
#include "sys/poll_set.h"
#include "time/timer.h"

#define NS_PER_MS 1000000u

/* Copies COUNT descriptors in. */
static int poll_set_fill(struct poll_set *set, uaddr_t fds, unsigned int count)
{
    int error = 0;

    for (unsigned int i = 0; i < count && error == 0; i++) {
        struct pollfd fd;
        error = user_get(fd, fds + i * sizeof(fd));
        if (error == 0)
            error = poll_set_add(set, fd);
    }
    return error;
}

/* Copies the answers out. Returns: READY. */
static long poll_set_report(struct poll_set *set, uaddr_t fds, long ready)
{
    uaddr_t at = fds + offsetof(struct pollfd, revents);

    for (unsigned int i = 0; i < set->count; i++) {
        if (user_put(at, poll_item(set, i)->fd.revents) < 0)
            return -EFAULT;
        at += sizeof(struct pollfd);
    }
    return ready;
}

static long poll_until(uaddr_t fds, unsigned int count, tick_t deadline)
{
    struct poll_set set = { .count = 0 };

    if (count > MIN(limits_soft(this_proc(), RLIMIT_NOFILE), OPEN_MAX))
        return -EINVAL;
    long ready = poll_set_fill(&set, fds, count);
    if (ready == 0)
        ready = poll_set_wait(&set, deadline);
    if (ready >= 0)
        ready = poll_set_report(&set, fds, ready);
    poll_set_free(&set);
    return ready;
}

/* Goes on until the same moment after a stop. */
static long poll_restart(struct restart *restart)
{
    long ready = poll_until(restart->poll.fds, restart->poll.count, restart->deadline);
    if (ready != -ERESTARTNOHAND)
        return ready;
    this_proc()->restart = *restart;
    return -ERESTARTBLOCK;
}

long sys_poll(uaddr_t fds, unsigned int count, int timeout_ms)
{
    struct restart restart = { .resume = poll_restart,
                               .poll = { fds, count },
                               .deadline = TICK_NEVER };

    if (timeout_ms >= 0)
        restart.deadline = timeout_ms ? tick_after((uint64_t)timeout_ms * NS_PER_MS)
                                      : 0;
    return poll_restart(&restart);
}

long poll_masked(uaddr_t fds, unsigned int count, uaddr_t timeout,
                 enum time_form form, uaddr_t mask, size_t mask_size)
{
    tick_t deadline;
    long result = deadline_get(timeout, form, &deadline);

    if (result == 0)
        result = call_mask_set(mask, mask_size);
    if (result < 0)
        return result;
    result = call_mask_end(poll_until(fds, count, deadline));
    return deadline_end(timeout, form, deadline, result);
}
