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
#include <tine/errno.h>

#include "lib/string.h"
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "tty/tty.h"

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

/* TIOCSTI: a byte as if it had been typed. */
static long tty_type(struct tty *tty, uaddr_t from)
{
    uint8_t c;

    if (tty_of_caller() != tty && !cred_can(&this_proc()->cred, CAP_SYS_ADMIN))
        return -EPERM;
    if (user_get(c, from) < 0)
        return -EFAULT;
    tty_receive(tty, c);
    return 0;
}

/* TIOCSETD: there is one line discipline, number 0. */
static long tty_set_discipline(uaddr_t from)
{
    int number;

    if (user_get(number, from) < 0)
        return -EFAULT;
    return number == 0 ? 0 : -EINVAL;
}

/* Whether REQUEST is one that a process in the background may not make. */
static bool tty_is_change(unsigned long request)
{
    switch (request) {
    case TCSBRK:
    case TCSBRKP:
    case TIOCSBRK:
    case TIOCCBRK:
    case TCXONC:
    case TCFLSH:
    case TIOCSETD:
        return true;
    default:
        return tty_settings_is_change(request);
    }
}

/* The requests that answer with a number. Errors: -ENOTTY it is none of them. */
static long tty_number_ioctl(struct tty *tty, unsigned long request, uaddr_t arg)
{
    unsigned int number = 0;

    switch (request) {
    case FIONREAD:
        number = tty_count_input(tty);
        break;
    case TIOCOUTQ: /* all output has left */
    case TIOCGETD:
        break;
    case TIOCGEXCL:
        number = tty->is_exclusive;
        break;
    case TIOCGDEV:
        number = tty->device;
        break;
    default:
        return -ENOTTY;
    }
    return user_put(arg, number);
}

/* The requests that do something. Errors: theirs; -ENOTTY it is none of them. */
static long tty_act_ioctl(struct tty *tty, unsigned long request,
                          unsigned long arg)
{
    switch (request) {
    case TCSBRK: /* a break means nothing here */
    case TCSBRKP:
    case TIOCSBRK:
    case TIOCCBRK:
        return 0;
    case TCXONC:
        return tty_flow(tty, arg);
    case TCFLSH:
        return tty_flush(tty, arg);
    case TIOCGWINSZ:
        return user_put(arg, tty->winsize);
    case TIOCSWINSZ:
        return tty_set_winsize(tty, arg);
    case TIOCSTI:
        return tty_type(tty, arg);
    case TIOCSETD:
        return tty_set_discipline(arg);
    case TIOCEXCL:
    case TIOCNXCL:
        tty->is_exclusive = request == TIOCEXCL;
        return 0;
    default:
        return -ENOTTY;
    }
}

long tty_request(struct tty *tty, struct file *file, unsigned long request,
                 unsigned long arg)
{
    long result = 0;

    if (tty_is_change(request))
        result = tty_check_foreground(tty, SIGTTOU);
    if (result < 0)
        return result;
    result = tty_settings_ioctl(tty, request, arg);
    if (result == -ENOTTY)
        result = tty_number_ioctl(tty, request, arg);
    if (result == -ENOTTY)
        result = tty_act_ioctl(tty, request, arg);
    return result == -ENOTTY ? tty_jobctl_ioctl(tty, file, request, arg)
                             : result;
}

long tty_ioctl(struct file *file, unsigned long request, unsigned long arg)
{
    struct tty *tty = file->private;

    if (tty_is_hung_up(file))
        return request == TIOCSPGRP ? -ENOTTY : -EIO;
    return tty_request(tty, file, request, arg);
}
