/* SPDX-License-Identifier: MIT */
/*
 * Pseudo-terminals: a terminal whose device is a program.
 *
 * Opening /dev/ptmx makes a pair: the open file is the master, and /dev/pts/N
 * names the slave, a terminal like any other.  What the master writes is typed
 * at the slave; what the slave shows, the master reads out of a ring.
 * Called by the file calls in process context; pty_output also for echo.
 * Owns the pair, which lives until master and slaves are closed, and its node.
 * Invariant: without a master the slave is hung up and has no name.
 * Facts: pty(7), ioctl_tty(2).
 * Read next: tty/ptyioctl.c.
 */
#include "tty/pty.h"

#include <asm/statfs.h>

#include "fs/devfs.h"
#include "fs/mount.h"
#include "fs/ramfs.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "mm/kmalloc.h"
#include "mm/usercopy.h"
#include "proc/proc.h"

static KIND_DEFINE(pty_kind, "pty", struct pty);

/* What a master has not read and no flush of the slave takes back. */
#define PTY_KEPT_BYTES (TTY_LINE_BYTES - 1)
#define PTY_MAX 4096u /* pairs: pty(7) */

enum {
    PTMX_MAJOR = 5, /* device numbers of Linux, Documentation/devices */
    PTMX_MINOR = 2,
    PTMX_MODE = 0666,
    PTS_MAJOR = 136,
    PTS_MODE = 0620,
};

_Static_assert(TTY_LINE_BYTES == PAGE_SIZE, "a frame holds the input");

static struct inode *pts_root;            /* /dev/pts */
static uint32_t pty_numbers[BITMAP_WORDS(PTY_MAX)]; /* those in use */

/* Where a name leads whose terminal has gone. */
static struct tty no_tty = { .is_gone = true };

/* ---- What the slave asks of its device ------------------------------------ */

static unsigned int pty_used(const struct pty *pty)
{
    return pty->head - pty->tail;
}

/* Byte N of what the slave showed. */
static char *pty_byte(struct pty *pty, unsigned int n)
{
    n %= PTY_RING_BYTES;
    return pty->frames[n / PAGE_SIZE] + n % PAGE_SIZE;
}

unsigned int pty_shown(const struct pty *pty)
{
    return (pty->slave.is_output_stopped ? pty->stop : pty->head) - pty->tail;
}

static void pty_output(struct tty *tty, const char *text, size_t len)
{
    struct pty *pty = pty_of_slave(tty);

    len = MIN(len, PTY_RING_BYTES - pty_used(pty));
    for (size_t i = 0; i < len; i++)
        *pty_byte(pty, pty->head++) = text[i];
    waitq_wake(&pty->readers);
    file_notify(pty, POLL_IN);
}

static size_t pty_output_room(const struct tty *tty)
{
    return PTY_RING_BYTES - pty_used(LIST_ENTRY(tty, struct pty, slave));
}

/* Forgets what the slave showed lately: all but the KEPT bytes, the echo of what
 * is just being typed and what waits for output to start. */
static void pty_flush_output(struct pty *pty)
{
    unsigned int kept = MIN(pty_shown(pty), PTY_KEPT_BYTES);

    if (pty->is_typing)
        kept = MIN(kept, pty->echo - pty->tail);
    pty->head = pty->stop = pty->tail + kept;
    tty_wake_writers(&pty->slave);
}

/* What contradicts an earlier notice replaces it.  What is echoed while output
 * is stopped waits behind STOP for its start, or is flushed. */
static void pty_notice(struct tty *tty, unsigned int what)
{
    struct pty *pty = pty_of_slave(tty);

    if (what == TIOCPKT_STOP)
        pty->stop = pty->head;
    if (what == TIOCPKT_FLUSHWRITE)
        pty_flush_output(pty);
    waitq_wake(&pty->readers);
    if (!pty->is_packet)
        return;
    if (what & (TIOCPKT_STOP | TIOCPKT_START))
        pty->packet &= ~(TIOCPKT_STOP | TIOCPKT_START);
    if (what & (TIOCPKT_DOSTOP | TIOCPKT_NOSTOP))
        pty->packet &= ~(TIOCPKT_DOSTOP | TIOCPKT_NOSTOP);
    pty->packet |= what;
}

static int pty_slave_open(struct tty *tty)
{
    struct pty *pty = pty_of_slave(tty);

    if (pty->is_locked)
        return -EIO;
    pty->is_slave_gone = false;
    return 0;
}

static void pty_free_unused(struct pty *pty)
{
    if (pty->node || pty->slave.open_count > 0)
        return;
    for (size_t i = 0; i < ARRAY_LEN(pty->frames); i++)
        kind_free(pty->frames[i]);
    bitmap_clear(pty_numbers, pty->number);
    kind_free(pty);
}

static void pty_slave_closed(struct tty *tty)
{
    struct pty *pty = pty_of_slave(tty);

    pty->is_slave_gone = true;
    waitq_wake(&pty->readers);
    pty_free_unused(pty);
}

static const struct tty_ops pty_tty_ops = {
    .is_program = true,
    .open = pty_slave_open,
    .output = pty_output,
    .output_room = pty_output_room,
    .notice = pty_notice,
    .closed = pty_slave_closed,
};

/* ---- The pair ------------------------------------------------------------- */

/* Errors: -ENOMEM. */
static int pty_make_node(struct pty *pty)
{
    snprintf(pty->name, sizeof(pty->name), "%u", pty->number);
    int error = pts_root->ops->create(pts_root, pty->name, S_IFCHR | PTS_MODE,
                                      NULL, &this_proc()->cred, &pty->node);
    if (error < 0)
        return error;
    pty->node->rdev = pty->slave.device;
    pty->node->file_ops = &tty_file_ops;
    pty->node->device = &pty->slave;
    return 0;
}

/* A master leaves: the name goes, and who has the slave open hears of it. */
static void pty_master_release(struct file *file)
{
    struct pty *pty = file->private;

    (void)pts_root->ops->unlink(pts_root, pty->name, pty->node);
    pty->node->device = &no_tty;
    pty->slave.is_gone = true;
    tty_hang_up(&pty->slave);
    inode_put(pty->node);
    pty->node = NULL;
    pty_free_unused(pty);
}

/* A new pair, whose slave is locked. Returns: NULL without memory. */
static struct pty *pty_alloc(unsigned int number)
{
    struct pty *pty = kind_alloc(&pty_kind);

    if (!pty)
        return NULL;
    bitmap_set(pty_numbers, number);
    pty->number = number;
    pty->is_locked = true;
    waitq_init(&pty->readers);
    for (size_t i = 0; i < ARRAY_LEN(pty->frames); i++) {
        pty->frames[i] = kmalloc(PAGE_SIZE);
        if (!pty->frames[i]) {
            pty_free_unused(pty);
            return NULL;
        }
    }
    tty_setup(&pty->slave, device_number(PTS_MAJOR, number), &pty_tty_ops,
              (uint8_t *)pty->frames[PTY_RING_FRAMES]);
    return pty;
}

/* Errors: -ENOSPC all numbers are in use; -ENOMEM. */
static int ptmx_open(struct inode *inode, struct file *file)
{
    unsigned int number = bitmap_next_clear(pty_numbers, PTY_MAX, 0);

    (void)inode;
    if (number == PTY_MAX)
        return -ENOSPC;
    struct pty *pty = pty_alloc(number);
    if (!pty)
        return -ENOMEM;
    file->private = pty;
    int error = pty_make_node(pty);
    if (error < 0)
        pty_free_unused(pty);
    return error;
}

/* ---- The master as a file --------------------------------------------------- */

/* Takes at most LEN bytes of what the slave showed, as many as stand in one page
 * and fit into one.  Once more if somebody else has taken them meanwhile.
 * Returns: how many; -EFAULT none. */
static long pty_take(struct pty *pty, uaddr_t buf, size_t len)
{
    unsigned int tail;

    do {
        tail = pty->tail;
        len = MIN(len, PAGE_SIZE - MAX(tail % PAGE_SIZE, buf % PAGE_SIZE));
        len = MIN(len, pty_shown(pty));
        if (user_write(buf, pty_byte(pty, tail), len) < 0)
            return -EFAULT;
    } while (tail != pty->tail);
    pty->tail += len;
    tty_wake_writers(&pty->slave);
    return (long)len;
}

/* Sleeps until the master can read.
 * Returns: 1; 0 it is hung up. Errors: -EIO no slave is open any more. */
static int pty_wait_for_output(struct pty *pty, const struct file *file)
{
    while (!tty_is_hung_up(file)) {
        if (pty_shown(pty) > 0 || pty->packet != 0)
            return 1;
        if (pty->is_slave_gone)
            return -EIO;
        int error = file_wait(file, &pty->readers, "pty_read");
        if (error < 0)
            return error;
    }
    return 0;
}

/* In packet mode each read begins with a byte: a notice, which comes alone, or
 * TIOCPKT_DATA. */
static long pty_master_read(struct file *file, uaddr_t buf, size_t len,
                            loff_t *offset)
{
    struct pty *pty = file->private;
    long done = 0, taken;
    int ready = len > 0 ? pty_wait_for_output(pty, file) : 0;

    (void)offset;
    if (ready <= 0)
        return ready;
    if (pty->is_packet) {
        uint8_t notice = (uint8_t)pty->packet;

        if (user_put(buf, notice) < 0)
            return -EFAULT;
        pty->packet &= ~(unsigned int)notice;
        if (notice != TIOCPKT_DATA)
            return sizeof(notice);
        done = sizeof(notice);
    }
    do {
        taken = pty_take(pty, buf + (size_t)done, len - (size_t)done);
        done += MAX(taken, 0);
    } while (taken > 0);
    return done > 0 ? done : taken;
}

/* Types as much of CHUNK as there is room for. */
static long pty_type(struct file *file, const char *chunk, size_t len)
{
    struct pty *pty = file->private;
    long typed = 0;

    if (!tty_may_receive(&pty->slave)) {
        tty_end_burst(&pty->slave);
        return file_wait(file, &pty->slave.typists, "pty_write");
    }
    pty->echo = pty->head;
    pty->is_typing = true;
    do
        tty_receive(&pty->slave, (uint8_t)chunk[typed++]);
    while (typed < (long)len && tty_may_receive(&pty->slave));
    pty->is_typing = false;
    return typed;
}

static long pty_master_write(struct file *file, uaddr_t buf, size_t len,
                             loff_t *offset)
{
    struct pty *pty = file->private;

    (void)offset;
    long done = tty_write_chunks(file, buf, len, pty_type);
    tty_end_burst(&pty->slave);
    return done;
}

static unsigned int pty_master_poll(struct file *file, struct poll_table *table)
{
    struct pty *pty = file->private;
    unsigned int events = 0;

    poll_watch(table, &pty->readers);
    poll_watch(table, &pty->slave.typists);
    if (tty_is_hung_up(file))
        return TTY_HUNG_UP_EVENTS;
    if (pty_shown(pty) > 0)
        events |= POLLIN | POLLRDNORM;
    if (pty->packet != 0)
        events |= POLLPRI | POLLIN | POLLRDNORM;
    if (pty->is_slave_gone)
        events |= POLLHUP;
    if (tty_may_receive(&pty->slave))
        events |= POLLOUT | POLLWRNORM;
    return events;
}

static const struct file_ops pty_master_ops = {
    .open = ptmx_open,
    .read = pty_master_read,
    .write = pty_master_write,
    .poll = pty_master_poll,
    .ioctl = tty_ioctl,
    .async = tty_async,
    .release = pty_master_release,
};

void pty_init(void)
{
    struct inode *own; /* /dev/pts/ptmx, which only root can open */

    pts_root = ramfs_mount("/dev/pts", "devpts", "devpts", DEVPTS_SUPER_MAGIC);
    pts_root->mount->is_fixed = true;
    devfs_register("ptmx", PTMX_MODE, device_number(PTMX_MAJOR, PTMX_MINOR),
                   &pty_master_ops, NULL);
    if (pts_root->ops->create(pts_root, "ptmx", S_IFCHR, NULL, &cred_root,
                              &own) == 0) {
        own->rdev = device_number(PTMX_MAJOR, PTMX_MINOR);
        devfs_attach(own);
        inode_put(own);
    }
}
