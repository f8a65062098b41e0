/* SPDX-License-Identifier: MIT */
/*
 * The ring of a pipe: a stream of bytes from writers to readers.
 *
 * The ring's pages get frames when a writer reaches them and lose them when the
 * readers have passed.  head and tail count the bytes ever written and read, so
 * their difference is what is in the pipe, also when they wrap around.
 * Called by the read and write calls, in process context.  Copying from and to user
 * memory may sleep, so one copies at a time (is_busy), and the counters move
 * after the copy: SUBTLE(commit-last).
 * Invariant: every page with unread bytes has a frame.
 * Read next: fs/fifo.c, how a pipe is opened; proc/sleep.h, on which waiting rests.
 */
#include "fs/pipe.h"

#include <asm/termios.h>
#include <tine/errno.h>

#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/usercopy.h"

#define PIPE_CAPACITY (PIPE_PAGES * PAGE_SIZE) /* pipe(7) */

static KIND_DEFINE(pipe_kind, "pipe", struct pipe);

static inline struct pipe *pipe_of(struct file *file)
{
    return file->private;
}

static inline uint32_t pipe_used(const struct pipe *pipe)
{
    return pipe->head - pipe->tail;
}

static inline uint32_t pipe_room(const struct pipe *pipe)
{
    return PIPE_CAPACITY - pipe_used(pipe);
}

static inline paddr_t *pipe_page(struct pipe *pipe, uint32_t position)
{
    return &pipe->pages[position / PAGE_SIZE % PIPE_PAGES];
}

/* ---- One at a time -------------------------------------------------------------- */

static void pipe_lock(struct pipe *pipe)
{
    while (pipe->is_busy) {
        /* Whoever copies will finish, whatever signal comes. */
        int ignored = waitq_sleep(&pipe->idle, SLEEP_SHORT, "pipe_lock",
                                  TICK_NEVER);
        (void)ignored;
    }
    pipe->is_busy = true;
}

static void pipe_unlock(struct pipe *pipe)
{
    pipe->is_busy = false;
    waitq_wake(&pipe->idle);
}

/* ---- Reading ------------------------------------------------------------------------ */

/* The readers have passed LEN bytes: frees what lies behind them. */
static void pipe_consume(struct pipe *pipe, uint32_t len)
{
    paddr_t *page = pipe_page(pipe, pipe->tail);
    pipe->tail += len;
    if (pipe->tail == pipe->head) {
        /* Empty: the next writer uses the same frame from its start. */
        if (pipe->tail % PAGE_SIZE == 0)
            pipe->tail -= len;
        pipe->tail = pipe->head = ROUND_DOWN(pipe->tail, PAGE_SIZE);
    } else if (pipe->tail % PAGE_SIZE == 0 &&
               pipe_room(pipe) >= PAGE_SIZE) {
        /* With more in the pipe, a writer has come round into this page. */
        frame_put(*page);
        *page = 0;
    }
    if (pipe->room_wanted && pipe_room(pipe) >= pipe->room_wanted) {
        pipe->room_wanted = 0;
        waitq_wake(&pipe->writable);
    }
}

/* Copies what is there, at most LEN bytes. Returns: bytes, or -EFAULT. */
static long pipe_copy_out(struct pipe *pipe, uaddr_t buf, size_t len)
{
    size_t done = 0;

    while (done < len && pipe_used(pipe) > 0) {
        uint32_t start = pipe->tail % PAGE_SIZE;
        uint32_t chunk = MIN(PAGE_SIZE - start, pipe_used(pipe));
        chunk = MIN(chunk, len - done);
        char *page = frame_to_virt(*pipe_page(pipe, pipe->tail));
        int error = user_write(buf + done, page + start, chunk);
        if (error < 0)
            return done ? (long)done : error;
        pipe_consume(pipe, chunk);
        done += chunk;
    }
    return (long)done;
}

long pipe_read(struct file *file, uaddr_t buf, size_t len, loff_t *offset)
{
    struct pipe *pipe = pipe_of(file);

    (void)offset;
    if (len == 0)
        return 0;
    for (;;) {
        pipe_lock(pipe);
        long done = pipe_copy_out(pipe, buf, len);
        pipe_unlock(pipe);
        if (done != 0)
            return done;
        if (pipe->writer_count == 0)
            return 0;
        int error = file_wait(file, &pipe->readable, "pipe_read");
        if (error < 0)
            return error;
    }
}

/* ---- Writing ---------------------------------------------------------------------- */

/* Copies LEN bytes, for which there is room. Returns: bytes, or -E. */
static long pipe_copy_in(struct pipe *pipe, uaddr_t buf, size_t len)
{
    size_t done = 0;
    int error = 0;

    while (done < len) {
        uint32_t start = pipe->head % PAGE_SIZE;
        uint32_t chunk = MIN(PAGE_SIZE - start, len - done);
        paddr_t *page = pipe_page(pipe, pipe->head);
        error = -ENOMEM;
        if (!*page)
            *page = frame_alloc();
        if (!*page)
            break;
        error = user_read((char *)frame_to_virt(*page) + start, buf + done,
                          chunk);
        if (error < 0)
            break;
        pipe->head += chunk;
        done += chunk;
    }
    if (done > 0)
        waitq_wake(&pipe->readable);
    return done ? (long)done : error;
}

/*
 * How many of LEN bytes may be written now.  A write of at most PIPE_BUF bytes is
 * atomic: all or nothing; a longer one waits for a good piece of room.
 * Returns: 0 if the writer must wait. Errors: -EPIPE nobody can read it.
 */
static long pipe_may_write(const struct pipe *pipe, size_t len, bool may_split)
{
    uint32_t room = pipe_room(pipe);

    if (pipe->reader_count == 0)
        return -EPIPE;
    if (room < MIN(len, PIPE_BUF) && !may_split)
        return 0;
    return (long)MIN(len, room);
}

/* Waits for room for LEN bytes, or a good piece of it. */
static int pipe_wait_room(struct file *file, struct pipe *pipe, size_t len)
{
    uint32_t need = MIN(len, PIPE_BUF);

    if (pipe->room_wanted == 0 || pipe->room_wanted > need)
        pipe->room_wanted = need;
    return file_wait(file, &pipe->writable, "pipe_write");
}

long pipe_write(struct file *file, uaddr_t buf, size_t len, loff_t *offset)
{
    struct pipe *pipe = pipe_of(file);
    bool may_split = len > PIPE_BUF && (file->flags & O_NONBLOCK);
    size_t done = 0;
    long result = 0;

    (void)offset;
    while (done < len && result >= 0) {
        pipe_lock(pipe);
        result = pipe_may_write(pipe, len - done, may_split);
        if (result > 0)
            result = pipe_copy_in(pipe, buf + done, (size_t)result);
        pipe_unlock(pipe);
        if (result > 0)
            done += (size_t)result;
        else if (result == 0)
            result = pipe_wait_room(file, pipe, len - done);
    }
    return done ? (long)done : result;
}

/* ---- The rest ----------------------------------------------------------------------- */

unsigned int pipe_poll(struct file *file, struct poll_table *table)
{
    struct pipe *pipe = pipe_of(file);
    unsigned int mask = 0;

    if (file_is_readable(file)) {
        poll_watch(table, &pipe->readable);
        if (pipe_used(pipe) > 0)
            mask |= POLLIN | POLLRDNORM;
        if (pipe->writer_count == 0 &&
            pipe->writers_ever != pipe_writers_before(file))
            mask |= POLLHUP;
    }
    if (file_is_writable(file)) {
        poll_watch(table, &pipe->writable);
        if (pipe_room(pipe) >= PIPE_BUF)
            mask |= POLLOUT | POLLWRNORM;
        else if (pipe->room_wanted == 0)
            pipe->room_wanted = PIPE_BUF;
        if (pipe->reader_count == 0)
            mask |= POLLERR;
    }
    return mask;
}

long pipe_ioctl(struct file *file, unsigned long request, unsigned long arg)
{
    if (request != FIONREAD)
        return -ENOTTY;
    int used = (int)pipe_used(pipe_of(file));
    return user_put(arg, used);
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
    return pipe;
}

void pipe_destroy(struct pipe *pipe)
{
    for (unsigned int i = 0; i < PIPE_PAGES; i++) {
        if (pipe->pages[i])
            frame_put(pipe->pages[i]);
    }
    kind_free(pipe);
}
