/* SPDX-License-Identifier: MIT */
/*
 * A terminal as a file: open, read, write, poll.
 *
 * Called by the file calls in process context; reading and writing may sleep.
 * Owns nothing: a terminal belongs to who set it up (console.c, pty.c).
 * Invariant: bytes are taken from the input ring into the kernel stack before
 * user memory is touched, since touching it may sleep and let others read.
 * Read next: tty/ldisc.c, which fills the ring; tty/jobctl.c: who may read.
 */
#include "tty/tty.h"

#include <asm/signal.h>

#include "mm/usercopy.h"
#include "proc/group.h"
#include "proc/proc.h"
#include "proc/sigio.h"
#include "proc/signal.h"
#include "time/timer.h"

#define TTY_CHUNK_BYTES 256u /* on the kernel stack, a copy's way */
#define TTY_SPEED 38400u
#define TICKS_PER_VTIME (TICK_HZ / 10) /* VTIME counts tenths of a second */

const struct ktermios2 tty_usual_termios = {
    .c_iflag = ICRNL | IXON,
    .c_oflag = OPOST | ONLCR,
    .c_cflag = B38400 | CS8 | CREAD,
    .c_lflag = ISIG | ICANON | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE | IEXTEN,
    .c_cc = {
        [VINTR] = 'C' - '@',
        [VQUIT] = '\\' - '@',
        [VERASE] = 0x7F,
        [VKILL] = 'U' - '@',
        [VEOF] = 'D' - '@',
        [VMIN] = 1,
        [VSTART] = 'Q' - '@',
        [VSTOP] = 'S' - '@',
        [VSUSP] = 'Z' - '@',
        [VREPRINT] = 'R' - '@',
        [VDISCARD] = 'O' - '@',
        [VWERASE] = 'W' - '@',
        [VLNEXT] = 'V' - '@',
    },
    .c_ispeed = TTY_SPEED,
    .c_ospeed = TTY_SPEED,
};

void tty_setup(struct tty *tty, unsigned int device, const struct tty_ops *ops,
               uint8_t *bytes)
{
    tty->device = device;
    tty->ops = ops;
    tty->bytes = bytes;
    tty->termios = tty_usual_termios;
    waitq_init(&tty->readers);
    waitq_init(&tty->writers);
    waitq_init(&tty->typists);
}

/* The terminal becomes the controlling one where O_NOCTTY and the rules of jobctl.c
 * let it. Errors: -EBUSY TIOCEXCL; -EIO the device has gone; -ENXIO the caller has
 * none. */
static int tty_open(struct inode *inode, struct file *file)
{
    struct tty *tty = inode->device ? inode->device : tty_of_caller();
    int error = 0;

    if (!tty)
        return -ENXIO;
    if (tty->is_gone)
        return -EIO;
    if (tty->is_exclusive[false] && !cred_can(&this_proc()->cred, CAP_SYS_ADMIN))
        return -EBUSY;
    /* Who opens the console by its own name keeps it, but is not controlled by it:
     * init does. */
    bool is_console = !tty->ops->is_program && inode->rdev == tty->device;
    file->offset = is_console ? TTY_NEVER_HUNG_UP : tty->hang_ups;
    if (tty->ops->open)
        error = tty->ops->open(tty);
    if (error < 0)
        return error;
    tty->open_count++;
    file->private = tty;
    if (!(file->flags & O_NOCTTY) && !is_console && file_is_readable(file))
        (void)tty_acquire(tty, file, false);
    return 0;
}

static void tty_release(struct file *file)
{
    struct tty *tty = file->private;

    if (--tty->open_count > 0)
        return;
    if (tty->ops->closed)
        tty->ops->closed(tty);
}

/* ---- Reading ------------------------------------------------------------ */

/* When a read has enough, and how long it waits for more. */
struct tty_wait {
    size_t least;      /* bytes that end the read */
    tick_t deadline;
    tick_t gap_ticks;  /* restarts the deadline at each byte; 0: never */
};

/*
 * The four cases of VMIN and VTIME (termios(3), "Canonical and noncanonical
 * mode"): without VMIN, VTIME limits the whole read; with it, the gap between
 * bytes, and only from the first one on.
 */
static void tty_wait_setup(struct tty_wait *wait, const struct tty *tty)
{
    tick_t ticks = (tick_t)tty->termios.c_cc[VTIME] * TICKS_PER_VTIME;

    if (ticks > 0)
        ticks++; /* the present tick has already begun */
    *wait = (struct tty_wait){ .least = 1, .deadline = TICK_NEVER };
    if (tty->termios.c_lflag & ICANON)
        return;
    if (tty->termios.c_cc[VMIN] > 0) {
        wait->least = tty->termios.c_cc[VMIN];
        wait->gap_ticks = ticks;
    } else {
        wait->deadline = tick_now() + ticks;
    }
}

/*
 * Sleeps until there is input.
 * Errors: -EIO the device has gone; -EAGAIN O_NONBLOCK; -ETIMEDOUT, also where
 * FILE is hung up; -ERESTARTSYS.
 */
static int tty_wait_for_input(struct tty *tty, const struct file *file,
                              const struct tty_wait *wait)
{
    while (tty_is_hung_up(file) || !tty_has_input(tty, 1)) {
        if (tty->is_gone)
            return -EIO;
        if (tty_is_hung_up(file) || tick_now() >= wait->deadline)
            return -ETIMEDOUT;
        if (file->flags & O_NONBLOCK)
            return -EAGAIN;
        int error = waitq_sleep(&tty->readers, SLEEP_INTERRUPTIBLE, "tty_read",
                                wait->deadline);
        if (error < 0)
            return error;
    }
    return 0;
}

static long tty_read(struct file *file, uaddr_t buf, size_t len,
                     loff_t *offset)
{
    struct tty *tty = file->private;
    uint8_t chunk[TTY_CHUNK_BYTES];
    struct tty_wait wait;
    size_t done = 0;
    bool is_line_end = false;
    int error = tty_check_foreground(tty, SIGTTIN);

    (void)offset;
    if (tty_is_hung_up(file))
        return 0;
    if (error < 0)
        return error;
    tty_wait_setup(&wait, tty);
    while (done < len && !is_line_end &&
           (done < wait.least || tty_has_input(tty, 1))) {
        error = tty_wait_for_input(tty, file, &wait);
        if (error < 0)
            break;
        size_t taken = MIN(MIN(len - done, sizeof(chunk)),
                           PAGE_SIZE - (buf + done) % PAGE_SIZE);
        taken = tty_take(tty, chunk, taken, &is_line_end);
        waitq_wake(&tty->typists);
        error = user_write(buf + done, chunk, taken);
        if (error < 0)
            break;
        done += taken;
        if (wait.gap_ticks > 0)
            wait.deadline = tick_now() + wait.gap_ticks;
    }
    return done > 0 || error == -ETIMEDOUT ? (long)done : error;
}

/* ---- Writing ------------------------------------------------------------ */

long tty_write_chunks(struct file *file, uaddr_t buf, size_t len,
                      tty_chunk_taker *take)
{
    char chunk[TTY_CHUNK_BYTES];
    size_t done = 0;
    long taken;

    do {
        size_t part = MIN(len - done, sizeof(chunk));

        taken = tty_is_hung_up(file) ? -EIO
                                     : user_read(chunk, buf + done, part);
        if (taken == 0 && part > 0)
            taken = take(file, chunk, part);
        done += (size_t)MAX(taken, 0);
        preempt_point();
    } while (taken >= 0 && done < len);
    return done > 0 ? (long)done : taken;
}

static long tty_show(struct file *file, const char *chunk, size_t len)
{
    struct tty *tty = file->private;
    size_t shown = MIN(len, tty_output_room(tty));

    if (shown == 0) {
        tty->is_write_cut = true;
        return file_wait(file, &tty->writers, "tty_write");
    }
    if (signal_is_pending(this_proc()))
        return -ERESTARTSYS;
    tty_output(tty, chunk, shown);
    return (long)shown;
}

static long tty_write(struct file *file, uaddr_t buf, size_t len,
                      loff_t *offset)
{
    struct tty *tty = file->private;
    int error = 0;

    if (file->offset == TTY_NEVER_HUNG_UP && tty_redirection) {
        struct file *to = file_get(tty_redirection);
        long written = tty_write(to, buf, len, offset);

        file_put(to);
        return written;
    }
    if (tty_has_flags(tty, TOSTOP) && !tty_is_hung_up(file))
        error = tty_check_foreground(tty, SIGTTOU);
    return error < 0 ? error : tty_write_chunks(file, buf, len, tty_show);
}

static unsigned int tty_poll(struct file *file, struct poll_table *table)
{
    struct tty *tty = file->private;
    const cc_t *cc = tty->termios.c_cc;
    unsigned int least = cc[VTIME] == 0 && cc[VMIN] > 0 ? cc[VMIN] : 1;
    unsigned int events = 0;

    poll_watch(table, &tty->readers);
    poll_watch(table, &tty->writers);
    if (tty_is_hung_up(file))
        return TTY_HUNG_UP_EVENTS;
    if (tty_has_input(tty, least))
        events |= POLLIN | POLLRDNORM;
    if (tty_output_room(tty) > 0)
        events |= POLLOUT | POLLWRNORM;
    return events;
}

int tty_async(struct file *file, int fd, bool on)
{
    const struct tty *tty = file->ops == &tty_file_ops ? file->private : NULL;
    int error = 0;

    if (tty_is_hung_up(file))
        return -ENOTTY;
    if (on && file->owner.who == 0)
        error = sigio_set_owner(&file->owner,
                                tty && tty->session ? -tty->session->foreground
                                                    : this_proc()->pid, true);
    return error < 0 ? error : file_set_async(file, fd, on);
}

const struct file_ops tty_file_ops = {
    .open = tty_open,
    .read = tty_read,
    .write = tty_write,
    .poll = tty_poll,
    .ioctl = tty_ioctl,
    .async = tty_async,
    .release = tty_release,
};
