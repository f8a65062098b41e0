/* SPDX-License-Identifier: MIT */
/*
 * Sets of descriptors to wait for; see sys/poll_set.h.
 *
 * Called by sys_poll.c and sys_select.c in process context.
 * Read next: fs/poll.h, proc/sleep.h.
 */
#include "sys/poll_set.h"

#include "mm/frame.h"
#include "proc/signal.h"
#include "sys/handler.h"
#include "time/clock.h"
#include "time/timer.h"

#define POLL_ALWAYS (POLLERR | POLLHUP | POLLNVAL) /* reported unasked */

struct poll_item *poll_item(const struct poll_set *set, unsigned int i)
{
    struct poll_item *items = frame_to_virt(set->frames[i / ITEMS_PER_FRAME]);
    return &items[i % ITEMS_PER_FRAME];
}

void poll_set_free(struct poll_set *set)
{
    for (unsigned int i = 0; i < set->count; i++)
        file_put(poll_item(set, i)->file);
    for (unsigned int i = 0; i < POLL_FRAMES; i++) {
        if (set->frames[i])
            frame_put(set->frames[i]);
    }
}

int poll_set_add(struct poll_set *set, struct pollfd fd)
{
    paddr_t *frame = &set->frames[set->count / ITEMS_PER_FRAME];
    if (!*frame && !(*frame = frame_alloc()))
        return -ENOMEM;
    *poll_item(set, set->count++) = (struct poll_item){
        .fd = fd,
        .file = file_get(sys_file_find(fd.fd)),
    };
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

long poll_set_wait(struct poll_set *set, tick_t deadline)
{
    int error = 0;
    long ready = poll_set_scan(set, deadline != 0);

    if (deadline == 0) /* a signal that the call's own mask lets in comes first */
        return ready == 0 && signal_is_pending(this_proc()) ? -ERESTARTNOHAND : ready;
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

/* ---- Timeouts ---------------------------------------------------------------------- */

long deadline_end(uaddr_t addr, enum time_form form, tick_t deadline,
                  long result)
{
    /* Without the tick that tick_after() added. */
    tick_t now = tick_now() + 1;
    uint64_t ns = deadline > now ? (deadline - now) * NS_PER_TICK : 0;

    if (!addr || deadline == TICK_NEVER)
        return result;
    /* A timeout in read-only memory is left alone: then no repetition either. */
    bool is_told = time_put(addr, form, ns) == 0;
    return !is_told && result == -ERESTARTNOHAND ? -EINTR : result;
}

/* ---- The signal mask ------------------------------------------------------------------ */

int call_mask_set(uaddr_t addr, size_t size)
{
    struct proc *p = this_proc();
    sigset_t mask;

    if (!addr)
        return 0;
    if (size != sizeof(mask))
        return -EINVAL;
    if (user_get(mask, addr) < 0)
        return -EFAULT;
    p->saved_mask = p->blocked;
    p->has_saved_mask = true;
    signal_set_mask(mask);
    return 0;
}

long call_mask_end(long result)
{
    struct proc *p = this_proc();

    /* SUBTLE(saved-mask): else the tail, or the handler's frame, brings it back. */
    if (p->has_saved_mask && result != -ERESTARTNOHAND) {
        p->has_saved_mask = false;
        signal_set_mask(p->saved_mask);
    }
    return result;
}
