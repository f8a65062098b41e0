/* SPDX-License-Identifier: MIT */
/*
 * The requests to the master of a pseudo-terminal: its number and lock, packet
 * mode, and for all others those of the slave, whose settings both sides share.
 *
 * Called by ioctl(2) in process context.  Owns nothing.
 * Facts: ioctl_tty(2).
 * Read next: tty/ttyioctl.c.
 */
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "proc/signal.h"
#include "tty/pty.h"

/* TIOCGPTPEER: opens the slave without its name, which the caller's view of /dev
 * may not have. */
static long pty_open_slave(struct pty *pty, int flags)
{
    const int known = O_ACCMODE | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    struct file *file;
    int error = inode_open(pty->node, flags & known, &file);

    return error < 0 ? error : fd_install(this_proc()->files, file, 0, flags);
}

/* TIOCSIG: types a signal. */
static long pty_signal(struct pty *pty, unsigned long sig)
{
    if (sig != SIGINT && sig != SIGQUIT && sig != SIGTSTP)
        return -EINVAL;
    tty_signal(&pty->slave, (int)sig);
    return 0;
}

/* TCFLSH: what the master would read. What it wrote was taken at once. */
static long pty_flush(struct pty *pty, unsigned long queue)
{
    if (queue > TCIOFLUSH)
        return -EINVAL;
    if (queue != TCOFLUSH) {
        pty->tail += pty_shown(pty);
        tty_wake_writers(&pty->slave);
    }
    return 0;
}

/* TIOCSPTLCK, and TIOCPKT: what happened before is not told. */
static int pty_set_flag(struct pty *pty, unsigned long request, uaddr_t from)
{
    int on;

    if (user_get(on, from) < 0)
        return -EFAULT;
    if (request == TIOCSPTLCK)
        pty->is_locked = on != 0;
    else
        pty->is_packet = on != 0;
    if (!pty->is_packet)
        pty->packet = 0;
    return 0;
}

/* TIOCVHANGUP: the master's file alone; its slave hears nothing of it. */
static long pty_hang_up(struct pty *pty, struct file *file)
{
    if (!cred_can(&this_proc()->cred, CAP_SYS_TTY_CONFIG))
        return -EPERM;
    file->offset = MASTER_HUNG_UP;
    file_clear_async(pty);
    waitq_wake(&pty->readers);
    waitq_wake(&pty->slave.typists);
    return 0;
}

long pty_request(struct pty *pty, struct file *file, unsigned long request,
                 unsigned long arg)
{
    switch (request) {
    case TIOCGPTN:
        return user_put(arg, pty->number);
    case TIOCGPTLCK:
        return user_put(arg, (int){ pty->is_locked });
    case TIOCGPKT:
        return user_put(arg, (int){ pty->is_packet });
    case TIOCSPTLCK:
    case TIOCPKT:
        return pty_set_flag(pty, request, arg);
    case TIOCGPTPEER:
        return pty_open_slave(pty, (int)arg);
    case TIOCSIG:
        return pty_signal(pty, arg);
    case FIONREAD:
        return user_put(arg, (unsigned int){ pty_shown(pty) });
    case TCFLSH:
        return pty_flush(pty, arg);
    case TIOCVHANGUP:
        return pty_hang_up(pty, file);
    default:
        return tty_request(&pty->slave, file, request, arg);
    }
}
