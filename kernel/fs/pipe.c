/* SPDX-License-Identifier: MIT */
/*
 * Pipes: a stream of bytes from writers to readers.
 *
 * A pipe is an inode without a name, with a ring of frames that are allocated
 * when a writer reaches them and freed when the readers have passed.  head and
 * tail count the bytes ever written and read, so their difference is what is in
 * the pipe, also when they wrap around.
 * Called by the read and write calls, in process context.  Copying from and to user
 * memory may sleep, so one copies at a time (is_busy), and the counters move
 * after the copy: SUBTLE(commit-last).
 * Invariant: every page with unread bytes has a frame.
 * Read next: proc/sleep.h, on which waiting rests.
 */
#include "fs/pipe.h"

#include <asm/termios.h>
#include <tine/errno.h>

#include "fs/file.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/usercopy.h"
#include "proc/sleep.h"

#define PIPE_PAGES 16u
#define PIPE_CAPACITY (PIPE_PAGES * PAGE_SIZE) /* pipe(7) */

struct pipe {
    struct inode inode;
    uint32_t head;              /* bytes ever written */
    uint32_t tail;              /* bytes ever read */
    unsigned int reader_count;  /* open files, not descriptors */
    unsigned int writer_count;
    bool is_busy;               /* somebody is copying */
    uint32_t room_wanted;       /* what the easiest sleeping writer needs, or 0 */
    struct waitq readable;      /* data came, or the last writer went */
    struct waitq writable;      /* room came, or the last reader went */
    struct waitq idle;          /* nobody is copying any more */
    paddr_t pages[PIPE_PAGES];  /* 0 where there is none */
};

static KIND_DEFINE(pipe_kind, "pipe", struct pipe);

static inline struct pipe *pipe_of(struct file *file)
{
    return LIST_ENTRY(file->inode, struct pipe, inode);
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
    if (!list_is_empty(&pipe->idle.waiters))
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
               pipe_used(pipe) <= PIPE_CAPACITY - PAGE_SIZE) {
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

static long pipe_read(struct file *file, uaddr_t buf, size_t len,
                      loff_t *offset)
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
        if (file->flags & O_NONBLOCK)
            return -EAGAIN;
        int error = waitq_sleep(&pipe->readable, SLEEP_INTERRUPTIBLE,
                                "pipe_read", TICK_NEVER);
        if (error < 0)
            return error;
    }
}

/* ---- Writing ---------------------------------------------------------------------- */

/* Copies LEN bytes, for which there is room. Returns: bytes, or -E. */
static long pipe_copy_in(struct pipe *pipe, uaddr_t buf, size_t len)
{
    bool was_empty = pipe_used(pipe) == 0;
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
    if (done > 0 && was_empty && !list_is_empty(&pipe->readable.waiters))
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

    if (file->flags & O_NONBLOCK)
        return -EAGAIN;
    if (pipe->room_wanted == 0 || pipe->room_wanted > need)
        pipe->room_wanted = need;
    return waitq_sleep(&pipe->writable, SLEEP_INTERRUPTIBLE, "pipe_write",
                       TICK_NEVER);
}

static long pipe_write(struct file *file, uaddr_t buf, size_t len,
                       loff_t *offset)
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

static unsigned int pipe_poll(struct file *file, struct poll_table *table)
{
    struct pipe *pipe = pipe_of(file);
    unsigned int mask = 0;

    if (file_is_readable(file)) {
        poll_watch(table, &pipe->readable);
        if (pipe_used(pipe) > 0)
            mask |= POLLIN | POLLRDNORM;
        if (pipe->writer_count == 0)
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

static long pipe_ioctl(struct file *file, unsigned long request,
                       unsigned long arg)
{
    if (request != FIONREAD)
        return -ENOTTY;
    int used = (int)pipe_used(pipe_of(file));
    return user_put(arg, used);
}

static void pipe_file_release(struct file *file)
{
    struct pipe *pipe = pipe_of(file);
    if (file_is_readable(file))
        pipe->reader_count--;
    if (file_is_writable(file))
        pipe->writer_count--;
    waitq_wake(&pipe->readable);
    waitq_wake(&pipe->writable);
}

static void pipe_inode_release(struct inode *inode)
{
    struct pipe *pipe = LIST_ENTRY(inode, struct pipe, inode);
    for (unsigned int i = 0; i < PIPE_PAGES; i++) {
        if (pipe->pages[i])
            frame_put(pipe->pages[i]);
    }
    kind_free(pipe);
}

static const struct inode_ops pipe_inode_ops = {
    .release = pipe_inode_release,
};

static const struct file_ops pipe_file_ops = {
    .read = pipe_read,
    .write = pipe_write,
    .poll = pipe_poll,
    .ioctl = pipe_ioctl,
    .release = pipe_file_release,
};

int pipe_alloc(int flags, struct file **reader, struct file **writer)
{
    struct pipe *pipe = kind_alloc(&pipe_kind);

    if (!pipe)
        return -ENOMEM;
    inode_setup(&pipe->inode, S_IFIFO | S_IRUSR | S_IWUSR, &cred_root,
                &pipe_inode_ops, &pipe_file_ops);
    pipe->inode.nlink = 1;
    waitq_init(&pipe->readable);
    waitq_init(&pipe->writable);
    waitq_init(&pipe->idle);

    pipe->reader_count = 1;
    pipe->writer_count = 1;

    *reader = file_alloc(&pipe->inode, &pipe_file_ops, flags | O_RDONLY);
    *writer = file_alloc(&pipe->inode, &pipe_file_ops, flags | O_WRONLY);
    inode_put(&pipe->inode); /* from now on the files hold it */
    if (*reader && *writer)
        return 0;
    if (*reader)
        file_put(*reader);
    if (*writer)
        file_put(*writer);
    return -ENOMEM;
}
