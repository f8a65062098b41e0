/* SPDX-License-Identifier: MIT */
/*
 * poll(2): waiting for several descriptors at once.
 *
 * Called by sys/dispatch.c in process context.  All descriptors are copied in
 * before the first wait queue is watched and out after the last: a copy may sleep,
 * and a wake-up that came during that sleep would be lost.
 * Read next: fs/poll.h, proc/sleep.c.
 */
#include <tine/errno.h>

#include "mm/frame.h"
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"
#include "sys/sys_file.h"

/* One descriptor, its file with a reference while the call lasts, and how it is
 * waited for. */
struct poll_item {
    struct pollfd fd;
    struct file *file;
    struct poll_table table;
};

#define ITEMS_PER_FRAME (PAGE_SIZE / sizeof(struct poll_item))
#define POLL_FRAMES DIV_UP(OPEN_MAX, ITEMS_PER_FRAME)
#define POLL_ALWAYS (POLLERR | POLLHUP | POLLNVAL) /* reported unasked */

#define MS_PER_SECOND 1000u
#define NS_PER_MS 1000000u

struct poll_set {
    unsigned int count;
    paddr_t frames[POLL_FRAMES]; /* 0 where not needed */
};

static struct poll_item *poll_item(const struct poll_set *set, unsigned int i)
{
    struct poll_item *items = frame_to_virt(set->frames[i / ITEMS_PER_FRAME]);
    return &items[i % ITEMS_PER_FRAME];
}

static void poll_set_free(struct poll_set *set)
{
    for (unsigned int i = 0; i < set->count; i++) {
        struct poll_item *item = poll_item(set, i);
        if (item->file)
            file_put(item->file);
    }
    for (unsigned int i = 0; i < POLL_FRAMES; i++) {
        if (set->frames[i])
            frame_put(set->frames[i]);
    }
}

/* Copies COUNT descriptors in and looks their files up. */
static int poll_set_fill(struct poll_set *set, uaddr_t fds, unsigned int count)
{
    for (unsigned int i = 0; i < count; i++) {
        paddr_t *frame = &set->frames[i / ITEMS_PER_FRAME];
        if (!*frame && !(*frame = frame_alloc()))
            return -ENOMEM;
        struct poll_item *item = poll_item(set, i);
        if (user_get(item->fd, fds + i * sizeof(item->fd)) < 0)
            return -EFAULT;
        item->file = item->fd.fd < 0 ? NULL : sys_file_get(item->fd.fd);
        item->table.used = 0;
        set->count++;
    }
    return 0;
}

/* Asks every file once, and watches it if WATCH. Returns: how many have something
 * to report. */
static long poll_set_scan(struct poll_set *set, bool watch)
{
    long ready = 0;

    for (unsigned int i = 0; i < set->count; i++) {
        struct poll_item *item = poll_item(set, i);
        unsigned int mask = 0;
        if (item->file)
            mask = file_poll(item->file, watch ? &item->table : NULL);
        else if (item->fd.fd >= 0)
            mask = POLLNVAL;
        mask &= (unsigned short)item->fd.events | POLL_ALWAYS;
        item->fd.revents = (short)mask;
        ready += mask != 0;
    }
    return ready;
}

/* Waits until something is ready. Returns: how many; 0 at the deadline. */
static long poll_set_wait(struct poll_set *set, tick_t deadline)
{
    int error = 0;
    long ready = poll_set_scan(set, true);

    while (ready == 0 && error == 0) {
        error = sleep_until_woken(SLEEP_INTERRUPTIBLE, "poll", deadline);
        ready = poll_set_scan(set, false);
    }
    for (unsigned int i = 0; i < set->count; i++)
        poll_unwatch(&poll_item(set, i)->table);
    if (ready > 0 || error == -ETIMEDOUT)
        return ready;
    return error == -ERESTARTSYS ? -ERESTARTNOHAND : error;
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

long sys_poll(uaddr_t fds, unsigned int count, int timeout_ms)
{
    struct poll_set set = { .count = 0 };
    tick_t deadline = TICK_NEVER;

    if (count > OPEN_MAX)
        return -EINVAL;
    if (timeout_ms > 0)
        deadline = tick_after((unsigned int)timeout_ms / MS_PER_SECOND,
                              (unsigned int)timeout_ms % MS_PER_SECOND *
                                  NS_PER_MS);
    long ready = poll_set_fill(&set, fds, count);
    if (ready == 0)
        ready = poll_set_scan(&set, false);
    if (ready == 0 && timeout_ms != 0)
        ready = poll_set_wait(&set, deadline);
    if (ready >= 0)
        ready = poll_set_report(&set, fds, ready);
    poll_set_free(&set);
    return ready;
}
