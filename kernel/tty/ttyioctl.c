/* SPDX-License-Identifier: MIT */
/*
 * The terminal's settings: the ioctl requests behind tcgetattr, tcsetattr,
 * tcflush, tcflow and the window size.
 *
 * Called by ioctl(2) in process context.  Owns nothing.  Invariant: settings
 * are copied in as a whole before any is used, and a process in the background
 * changes nothing.  Output is never waited for, since it leaves at once.
 * Facts: ioctl_tty(2), termios(3); the layouts are in asm/termios.h.
 * Read next: tty/jobctl.c for the requests about sessions and groups.
 */
#include <asm/signal.h>
#include <tine/errno.h>

#include "lib/string.h"
#include "mm/usercopy.h"
#include "tty/tty.h"

/* What tcflow(3) passes with TCXONC. */
enum { FLOW_OUTPUT_OFF, FLOW_OUTPUT_ON, FLOW_INPUT_OFF, FLOW_INPUT_ON };

/* struct ktermios is how struct ktermios2 begins. */
_Static_assert(offsetof(struct ktermios2, c_ispeed) == sizeof(struct ktermios),
               "the two layouts agree");

/* Takes new settings of SIZE bytes: either layout. */
static long tty_set_termios(struct tty *tty, uaddr_t from, size_t size,
                            bool is_flush)
{
    struct ktermios2 termios = tty->termios;
    tcflag_t old_lflag = tty->termios.c_lflag;

    if (user_read(&termios, from, size) < 0)
        return -EFAULT;
    if (is_flush)
        tty_flush_input(tty);
    tty->termios = termios;
    tty_change_mode(tty, old_lflag);
    if (!(termios.c_iflag & IXON) && tty->is_output_stopped)
        tty_start_output(tty);
    return 0;
}

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
    return 0;
}

static long tty_flow(struct tty *tty, unsigned long action)
{
    char c;

    switch (action) {
    case FLOW_OUTPUT_OFF:
        tty->is_output_stopped = true;
        return 0;
    case FLOW_OUTPUT_ON:
        tty_start_output(tty);
        return 0;
    case FLOW_INPUT_OFF:
    case FLOW_INPUT_ON: /* the other side is asked to stop or to go on */
        c = (char)tty->termios.c_cc[action == FLOW_INPUT_OFF ? VSTOP : VSTART];
        if (c != '\0')
            tty->output(&c, sizeof(c));
        return 0;
    default:
        return -EINVAL;
    }
}

/* Whether REQUEST is one that a process in the background may not make. */
static bool tty_is_change(unsigned long request)
{
    switch (request) {
    case TCSETS:
    case TCSETSW:
    case TCSETSF:
    case TCSETS2:
    case TCSETSW2:
    case TCSETSF2:
    case TCSBRK:
    case TCXONC:
    case TCFLSH:
        return true;
    default:
        return false;
    }
}

long tty_ioctl(struct file *file, unsigned long request, unsigned long arg)
{
    struct tty *tty = file->private;
    unsigned int count;
    int error = 0;

    if (tty_is_change(request))
        error = tty_check_foreground(tty, SIGTTOU);
    if (error < 0)
        return error;
    switch (request) {
    case TCGETS:
        return user_write(arg, &tty->termios, sizeof(struct ktermios));
    case TCGETS2:
        return user_put(arg, tty->termios);
    case TCSETS:
    case TCSETSW:
    case TCSETSF:
        return tty_set_termios(tty, arg, sizeof(struct ktermios),
                               request == TCSETSF);
    case TCSETS2:
    case TCSETSW2:
    case TCSETSF2:
        return tty_set_termios(tty, arg, sizeof(struct ktermios2),
                               request == TCSETSF2);
    case TCSBRK: /* all output has left, and a break means nothing here */
        return 0;
    case TCXONC:
        return tty_flow(tty, arg);
    case TCFLSH:
        return tty_flush(tty, arg);
    case FIONREAD:
        count = tty_count_input(tty);
        return user_put(arg, count);
    case TIOCGWINSZ:
        return user_put(arg, tty->winsize);
    case TIOCSWINSZ:
        return tty_set_winsize(tty, arg);
    default:
        return tty_jobctl_ioctl(file, request, arg);
    }
}
