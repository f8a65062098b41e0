/* SPDX-License-Identifier: MIT */
/*
 * select(2) and pselect(2): the same as poll, with sets of bits.
 *
 * The three sets are copied in, turned into a set of descriptors with events, and
 * the answers turned back.
 * Called by sys/dispatch.c in process context.
 */
#include "lib/bitmap.h"
#include "sys/handler.h"
#include "sys/poll_set.h"

enum { SELECT_READ, SELECT_WRITE, SELECT_EXCEPT, SELECT_SETS };

#define BITS_PER_WORD 32u
#define BITS_PER_BYTE 8u

/* What each set asks for, and which answers count as a yes: select(2), NOTES. */
static const unsigned int select_asks[SELECT_SETS] = { POLLIN, POLLOUT, POLLPRI };
static const unsigned int select_means[SELECT_SETS] = {
    POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI
};

struct selection {
    unsigned int count;         /* of descriptors, beginning at 0 */
    uaddr_t addr[SELECT_SETS];  /* the caller's sets, or 0 */
    uint32_t sets[SELECT_SETS][BITMAP_WORDS(OPEN_MAX)];
};

static size_t select_bytes(const struct selection *s)
{
    return DIV_UP(s->count, BITS_PER_WORD) * sizeof(uint32_t);
}

/* Copies the sets in and makes SET of them. Errors: -EFAULT, -EBADF, -ENOMEM. */
static int select_fill(struct selection *s, struct poll_set *set)
{
    for (int i = 0; i < SELECT_SETS; i++) {
        if (s->addr[i] &&
            user_read(s->sets[i], s->addr[i], select_bytes(s)) < 0)
            return -EFAULT;
    }
    for (unsigned int fd = 0; fd < select_bytes(s) * BITS_PER_BYTE; fd++) {
        struct pollfd item = { .fd = (int)fd };
        for (int i = 0; i < SELECT_SETS; i++) {
            if (fd >= s->count) /* nobody asks, but its bit is copied out */
                bitmap_clear(s->sets[i], fd);
            else if (bitmap_test(s->sets[i], fd))
                item.events |= (short)select_asks[i];
        }
        if (item.events == 0)
            continue;
        if (!sys_file_find((int)fd))
            return -EBADF;
        int error = poll_set_add(set, item);
        if (error < 0)
            return error;
    }
    return 0;
}

/* Copies the answers out. Returns: how many bits are set. */
static long select_report(struct selection *s, const struct poll_set *set)
{
    long ready = 0;

    for (unsigned int n = 0; n < set->count; n++) {
        const struct pollfd *fd = &poll_item(set, n)->fd;
        for (int i = 0; i < SELECT_SETS; i++) {
            unsigned int bit = (unsigned int)fd->fd;
            if (!bitmap_test(s->sets[i], bit))
                continue;
            if ((unsigned int)fd->revents & select_means[i])
                ready++;
            else
                bitmap_clear(s->sets[i], bit);
        }
    }
    for (int i = 0; i < SELECT_SETS; i++) {
        if (s->addr[i] &&
            user_write(s->addr[i], s->sets[i], select_bytes(s)) < 0)
            return -EFAULT;
    }
    return ready;
}

static long select_until(struct selection *s, tick_t deadline)
{
    struct poll_set set = { .count = 0 };
    long result = select_fill(s, &set);

    if (result == 0)
        result = poll_set_wait(&set, deadline);
    if (result >= 0)
        result = select_report(s, &set);
    poll_set_free(&set);
    return result;
}

long select_call(int count, uaddr_t read, uaddr_t write, uaddr_t except,
                 uaddr_t timeout, enum time_form form, uaddr_t mask)
{
    struct selection s = { .count = MIN((unsigned int)count, OPEN_MAX),
                           .addr = { read, write, except } };
    /* The mask and its size come in a structure, for want of a seventh register. */
    uaddr_t given[2] = { 0, 0 };
    tick_t deadline;

    if (mask && user_get(given, mask) < 0)
        return -EFAULT;
    long result = deadline_get(timeout, form, &deadline);
    if (result == 0)
        result = call_mask_set(given[0], given[1]);
    if (result < 0)
        return result;
    result = call_mask_end(count < 0 ? -EINVAL : select_until(&s, deadline));
    return deadline_end(timeout, form, deadline, result);
}
