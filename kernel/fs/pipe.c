/* SPDX-License-Identifier: MIT */
/*
 * The ring of a pipe: a stream of bytes from writers to readers.
 *
 * The ring's slots are pages.  A write fills the next one, or as many as it needs;
 * one that fits behind what the last slot holds goes there.  So a write of at most
 * PIPE_BUF bytes, a page, is in one slot and atomic.
 * Called by the read and write calls, in process context.  Copying from and to user
 * memory may sleep, so one copies at a time (is_busy), and the counters move
 * after the copy: SUBTLE(commit-last).
 * Invariant: the slots from tail to head have a frame each, and bytes to be read.
 * Read next: fs/fifo.c, how a pipe is opened; proc/sleep.h, on which waiting rests.
 */
#include "fs/pipe.h"

#include <asm/signal.h>
#include <asm/termios.h>

#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/usercopy.h"

static KIND_DEFINE(pipe_kind, "pipe", struct pipe);

static inline bool pipe_is_full(const struct pipe *pipe)
{
    return pipe->head - pipe->tail >= pipe->slot_count;
}

static inline struct pipe_slot *pipe_slot(const struct pipe *pipe, uint32_t n)
{
    return &pipe->slots[n % pipe->slot_count];
}

/* Where byte AT of SLOT is. */
static inline char *pipe_byte(const struct pipe_slot *slot, unsigned int at)
{
    return (char *)frame_to_virt(slot->frame) + at;
}

/* ---- One at a time -------------------------------------------------------------- */

static void pipe_lock(struct pipe *pipe)
{
    /* Whoever copies will finish, whatever signal comes. */
    while (pipe->is_busy)
        (void)!waitq_sleep(&pipe->idle, SLEEP_SHORT, "pipe_lock", TICK_NEVER);
    pipe->is_busy = true;
}

static void pipe_unlock(struct pipe *pipe)
{
    pipe->is_busy = false;
    waitq_wake(&pipe->idle);
}

/* ---- Reading ------------------------------------------------------------------------ */

/* Copies what is there, at most LEN bytes. Returns: bytes, or -EFAULT. */
static long pipe_copy_out(struct pipe *pipe, uaddr_t buf, size_t len)
{
    size_t done = 0;
    bool is_packet = false;

    while (done < len && pipe->tail != pipe->head && !is_packet) {
        struct pipe_slot *slot = pipe_slot(pipe, pipe->tail);
        size_t chunk = MIN((size_t)(slot->end - slot->start), len - done);
        int error = user_write(buf + done, pipe_byte(slot, slot->start), chunk);
        if (error < 0)
            return done ? (long)done : error;
        done += chunk;
        slot->start = (uint16_t)(slot->start + chunk);
        is_packet = slot->is_packet;
        if (slot->start == slot->end || is_packet) {
            frame_put(slot->frame);
            pipe->tail++;
            waitq_wake(&pipe->writable);
        }
    }
    return (long)done;
}

long pipe_read(struct file *file, uaddr_t buf, size_t len, loff_t *offset)
{
    struct pipe *pipe = file->private;
    long done = 0;
    int error = 0;

    (void)offset;
    if (len == 0)
        return 0;
    while (error == 0) {
        pipe_lock(pipe);
        done = pipe_copy_out(pipe, buf, len);
        pipe_unlock(pipe);
        if (done != 0 || pipe->writer_count == 0)
            break;
        error = file_wait(file, &pipe->readable, "pipe_read");
    }
    if (error != -ERESTARTSYS)
        file_notify(pipe, POLL_OUT);
    return error < 0 ? error : done;
}

/* ---- Writing ---------------------------------------------------------------------- */

/* Puts what exceeds whole pages of LEN bytes behind the last slot's, if they fit.
 * Returns: how many bytes, or -EFAULT. */
static long pipe_append(struct pipe *pipe, uaddr_t buf, size_t len)
{
    struct pipe_slot *last = pipe_slot(pipe, pipe->head - 1);

    len %= PAGE_SIZE;
    if (pipe->tail == pipe->head || last->is_packet ||
        last->end + len > PAGE_SIZE)
        return 0;
    if (user_read(pipe_byte(last, last->end), buf, len) < 0)
        return -EFAULT;
    last->end = (uint16_t)(last->end + len);
    return (long)len;
}

/* Fills slots with LEN bytes, or as many as there is room for.
 * Returns: bytes; 0 if the pipe is full; -E. */
static long pipe_fill(struct pipe *pipe, uaddr_t buf, size_t len, bool is_packet)
{
    size_t done = 0;
    int error = 0;

    while (done < len && !pipe_is_full(pipe) && error == 0) {
        struct pipe_slot slot = { .frame = frame_alloc(),
                                  .end = (uint16_t)MIN(PAGE_SIZE, len - done),
                                  .is_packet = is_packet };
        if (!slot.frame)
            return done ? (long)done : -ENOMEM;
        error = user_read(pipe_byte(&slot, 0), buf + done, slot.end);
        if (error < 0) {
            frame_put(slot.frame);
            break;
        }
        *pipe_slot(pipe, pipe->head++) = slot;
        done += slot.end;
    }
    return done ? (long)done : error;
}

/* Returns: as pipe_fill. Errors: -EPIPE nobody can read it. */
static long pipe_put(struct file *file, uaddr_t buf, size_t len, bool may_append)
{
    struct pipe *pipe = file->private;
    bool is_packet = file->flags & O_DIRECT;
    long done = 0;

    pipe_lock(pipe);
    if (pipe->reader_count == 0)
        done = -EPIPE;
    else if (may_append && !is_packet)
        done = pipe_append(pipe, buf, len);
    if (done == 0)
        done = pipe_fill(pipe, buf, len, is_packet);
    pipe_unlock(pipe);
    if (done > 0)
        waitq_wake(&pipe->readable);
    return done;
}

long pipe_write(struct file *file, uaddr_t buf, size_t len, loff_t *offset)
{
    struct pipe *pipe = file->private;
    size_t done = 0;
    long result = 0;
    bool may_append = true;

    (void)offset;
    while (done < len && result >= 0) {
        result = pipe_put(file, buf + done, len - done, may_append);
        may_append = false;
        if (result > 0)
            done += (size_t)result;
        if (result != 0)
            continue;
        if (!(file->flags & O_NONBLOCK))
            file_notify(pipe, POLL_IN);
        result = file_wait(file, &pipe->writable, "pipe_write");
    }
    if (len > 0)
        file_notify(pipe, POLL_IN);
    return done ? (long)done : result;
}

/* ---- The rest ----------------------------------------------------------------------- */

unsigned int pipe_poll(struct file *file, struct poll_table *table)
{
    struct pipe *pipe = file->private;
    unsigned int mask = 0;

    if (file_is_readable(file)) {
        poll_watch(table, &pipe->readable);
        if (pipe->tail != pipe->head)
            mask |= POLLIN | POLLRDNORM;
        /* Who opened it before any writer waits for the first: fifo_open. */
        if (pipe->writer_count == 0 && pipe->writers_ever != file->offset)
            mask |= POLLHUP;
    }
    if (file_is_writable(file)) {
        poll_watch(table, &pipe->writable);
        if (!pipe_is_full(pipe))
            mask |= POLLOUT | POLLWRNORM;
        if (pipe->reader_count == 0)
            mask |= POLLERR;
    }
    return mask;
}

long pipe_ioctl(struct file *file, unsigned long request, unsigned long arg)
{
    struct pipe *pipe = file->private;
    int used = 0;

    if (request != FIONREAD)
        return -ENOTTY;
    for (uint32_t n = pipe->tail; n != pipe->head; n++)
        used += pipe_slot(pipe, n)->end - pipe_slot(pipe, n)->start;
    return user_put(arg, used);
}

int pipe_resize(struct pipe *pipe, unsigned int count)
{
    struct pipe_slot *spare = NULL;

    if (count <= PIPE_SLOTS_MAX)
        spare = kmalloc(count * sizeof(*spare));
    if (!spare)
        return -ENOMEM;
    pipe_lock(pipe);
    const uint32_t filled = pipe->head - pipe->tail;
    if (filled <= count) {
        for (uint32_t n = 0; n < filled; n++)
            spare[n] = *pipe_slot(pipe, pipe->tail + n);
        struct pipe_slot *old = pipe->slots;
        pipe->slots = spare;
        spare = old;
        pipe->slot_count = count;
        pipe->tail = 0;
        pipe->head = filled;
    }
    pipe_unlock(pipe);
    kind_free(spare);
    waitq_wake(&pipe->writable);
    return filled <= count ? 0 : -EBUSY;
}

struct pipe *pipe_make(void)
{
    struct pipe *pipe = kind_alloc(&pipe_kind);

    if (!pipe)
        return NULL;
    waitq_init(&pipe->readable);
    waitq_init(&pipe->writable);
    waitq_init(&pipe->idle);
    waitq_init(&pipe->opened);
    if (pipe_resize(pipe, PIPE_SLOTS) == 0)
        return pipe;
    kind_free(pipe);
    return NULL;
}

void pipe_destroy(struct pipe *pipe)
{
    for (; pipe->tail != pipe->head; pipe->tail++)
        frame_put(pipe_slot(pipe, pipe->tail)->frame);
    kind_free(pipe->slots);
    kind_free(pipe);
}
