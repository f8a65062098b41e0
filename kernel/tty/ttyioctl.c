/* SPDX-License-Identifier: MIT */
/*
 * The requests to a terminal: tcflush, tcflow, the window size and what else
 * ioctl_tty(2) has; modes go on to settings.c, sessions and groups to jobctl.c.
 *
 * Called by ioctl(2) in process context.  Owns nothing.  Invariant: a process in
 * the background changes nothing.
 * Read next: tty/settings.c.
 */
#include <asm/signal.h>

#include "lib/string.h"
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "tty/pty.h"

static long tty_set_winsize(struct tty *tty, uaddr_t from)
{
    struct winsize winsize;

    if (user_get(winsize, from) < 0)
        return -EFAULT;
    if (memcmp(&winsize, &tty->winsize, sizeof(winsize)) == 0)
        return 0;
    tty->winsize = winsize;
    tty_signal(tty, SIGWINCH);
    return 0;
}

static long tty_flush(struct tty *tty, unsigned long queue)
{
    if (queue > TCIOFLUSH)
        return -EINVAL;
    if (queue != TCOFLUSH)
        tty_flush_input(tty);
    if (queue != TCIFLUSH)
        tty_notice(tty, TIOCPKT_FLUSHWRITE);
    return 0;
}

/* TCXONC, as tcflow(3) has it. */
static long tty_flow(struct tty *tty, unsigned long action)
{
    char c;

    switch (action) {
    case TCOOFF:
        tty->is_stopped_by_call = true;
        tty_stop_output(tty);
        return 0;
    case TCOON: /* what ctrl-S stopped stays so */
        if (tty->is_stopped_by_call) {
            tty->is_stopped_by_call = false;
            tty_start_output(tty);
        }
        return 0;
    case TCIOFF:
    case TCION: /* the other side is asked to stop or to go on */
        c = (char)tty->termios.c_cc[action == TCIOFF ? VSTOP : VSTART];
        if (c != '\0')
            tty->ops->output(tty, &c, sizeof(c));
        return 0;
    default:
        return -EINVAL;
    }
}

/* TIOCSTI: a byte as if it had been typed; a master reads what it types itself. */
static long tty_type(struct tty *tty, bool is_master, uaddr_t from)
{
    uint8_t c;

    if ((is_master || tty_of_caller() != tty) &&
        !cred_can(&this_proc()->cred, CAP_SYS_ADMIN))
        return -EPERM;
    if (user_get(c, from) < 0)
        return -EFAULT;
    if (is_master) {
        tty->ops->output(tty, (const char *)&c, sizeof(c));
        return 0;
    }
    tty_receive(tty, c);
    tty_end_burst(tty);
    return 0;
}

/* TIOCSETD: there is one line discipline, number 0. TIOCSSOFTCAR: CLOCAL alone. */
static long tty_set_number(struct tty *tty, unsigned long request, uaddr_t from)
{
    int number;

    if (user_get(number, from) < 0)
        return -EFAULT;
    if (request == TIOCSETD)
        return number == 0 ? 0 : -EINVAL;
    tty->termios.c_cflag &= ~(tcflag_t)CLOCAL;
    tty->termios.c_cflag |= number ? CLOCAL : 0;
    return 0;
}

/* TIOCSLCKTRMIOS: from now on nobody changes what is not 0 there. */
static long tty_lock_modes(struct tty *tty, uaddr_t from)
{
    struct ktermios locked;

    if (!cred_can(&this_proc()->cred, CAP_SYS_ADMIN))
        return -EPERM;
    if (user_get(locked, from) < 0)
        return -EFAULT;
    tty->locked = locked;
    return 0;
}

/* ---- TIOCCONS -------------------------------------------------------------- */

struct file *tty_redirection;

void tty_end_redirection(void)
{
    file_put(tty_redirection);
    tty_redirection = NULL;
}

/* To FILE, until it is hung up; if that is /dev/console itself, no longer. */
static long tty_redirect(struct file *file)
{
    if (!cred_can(&this_proc()->cred, CAP_SYS_ADMIN))
        return -EPERM;
    if (file->offset == TTY_NEVER_HUNG_UP) {
        tty_end_redirection();
        return 0;
    }
    if (!file_is_writable(file))
        return -EBADF;
    if (tty_redirection)
        return -EBUSY;
    tty_redirection = file_get(file);
    return 0;
}

/* ---- All of them ----------------------------------------------------------- */

/* The requests that a process in the background may not make. */
static long tty_change(struct tty *tty, unsigned long request,
                       unsigned long arg)
{
    int error = tty_check_foreground(tty, SIGTTOU);

    if (error < 0)
        return error;
    switch (request) {
    case TCSETS ... TCSETSF:
        return tty_set_modes(tty, sizeof(struct ktermios), request - TCSETS,
                             arg);
    case TCSETA ... TCSETAF:
        return tty_set_modes(tty, sizeof(struct termio), request - TCSETA,
                             arg);
    case TCSETS2 ... TCSETSF2:
        return tty_set_modes(tty, sizeof(struct ktermios2), request - TCSETS2,
                             arg);
    case TCXONC:
        return tty_flow(tty, arg);
    case TCFLSH:
        return tty_flush(tty, arg);
    case TIOCSETD:
        return tty_set_number(tty, request, arg);
    default: /* a break means nothing here */
        return 0;
    }
}

long tty_request(struct tty *tty, struct file *file, unsigned long request,
                 unsigned long arg)
{
    bool is_master = file->ops != &tty_file_ops;

    switch (request) {
    case TCGETS:
        return user_write(arg, &tty->termios, sizeof(struct ktermios));
    case TCGETS2:
        return user_put(arg, tty->termios);
    case TCGETA:
        return tty_get_termio(tty, arg);
    case TIOCGLCKTRMIOS:
        return user_put(arg, tty->locked);
    case TIOCSLCKTRMIOS:
        return tty_lock_modes(tty, arg);
    case TIOCGSOFTCAR:
        return user_put(arg, (int){ !!(tty->termios.c_cflag & CLOCAL) });
    case TIOCSSOFTCAR:
        return tty_set_number(tty, request, arg);
    case TCSETS ... TCSETSF:
    case TCSETA ... TCFLSH: /* also TCSBRK and TCXONC */
    case TCSETS2 ... TCSETSF2:
    case TCSBRKP:
    case TIOCSBRK ... TIOCCBRK:
    case TIOCSETD:
        return tty_change(tty, request, arg);
    case TIOCGWINSZ:
        return user_put(arg, tty->winsize);
    case TIOCSWINSZ:
        return tty_set_winsize(tty, arg);
    case FIONREAD:
        return user_put(arg, (unsigned int){ tty_count_input(tty) });
    case TIOCOUTQ: /* all output has left */
    case TIOCGETD:
        return user_put(arg, (unsigned int){ 0 });
    case TIOCGEXCL:
        return user_put(arg, (unsigned int){ tty->is_exclusive[is_master] });
    case TIOCEXCL:
    case TIOCNXCL:
        tty->is_exclusive[is_master] = request == TIOCEXCL;
        return 0;
    case TIOCGDEV:
        return user_put(arg, tty->device);
    case TIOCSTI:
        return tty_type(tty, is_master, arg);
    case TIOCCONS:
        return is_master ? -EINVAL : tty_redirect(file);
    default: /* what is left is about sessions */
        return tty_jobctl_ioctl(tty, file, request, arg);
    }
}

long tty_ioctl(struct file *file, unsigned long request, unsigned long arg)
{
    if (tty_is_hung_up(file)) /* FIOASYNC: as tty_async says */
        return request == TIOCSPGRP || request == FIOASYNC ? -ENOTTY : -EIO;
    if (file->ops != &tty_file_ops)
        return pty_request(file->private, file, request, arg);
    return tty_request(file->private, file, request, arg);
}
