/* SPDX-License-Identifier: MIT */
/*
 * A terminal's modes: what tcgetattr and tcsetattr exchange, in the three layouts
 * that the ABI has gathered.
 *
 * Called by ioctl(2) in process context.  Owns nothing.  Invariant: settings are
 * copied in as a whole before any is used.  Output is never waited for, since it
 * leaves at once; and a byte always has eight bits and no parity.
 * Facts: termios(3), ioctl_tty(2); the layouts are in asm/termios.h.
 * Read next: tty/ldisc.c, which obeys them.
 */
#include "lib/string.h"
#include "mm/usercopy.h"
#include "tty/tty.h"

/* struct ktermios is how struct ktermios2 begins. */
_Static_assert(offsetof(struct ktermios2, c_ispeed) == sizeof(struct ktermios),
               "the two layouts agree");

#define FLOW_DEFAULT_STOP 023u /* ctrl-S */
#define FLOW_DEFAULT_START 021u /* ctrl-Q */

enum { WORD_BITS = 0xFFFF }; /* of a flag word that struct termio has */

/* ---- Speeds --------------------------------------------------------------- */

/* The speed that CODE (B0...) stands for; BOTHER: the one given, OTHER. */
static speed_t speed_of_code(tcflag_t code, speed_t other)
{
    static const speed_t speeds[] = {
        0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19200,
        [B38400] = 38400, 57600, 115200, 230400, 460800, 500000, 576000, 921600,
        1000000, 1152000, 1500000, 2000000, 2500000, 3000000, 3500000, 4000000,
    };

    if (code == BOTHER)
        return other;
    return speeds[code & BOTHER ? B38400 + (code & ~(tcflag_t)BOTHER) : code];
}

static void speeds_set(struct ktermios2 *termios)
{
    tcflag_t in = termios->c_cflag >> IBSHIFT & CBAUD;

    termios->c_ospeed =
        speed_of_code(termios->c_cflag & CBAUD, termios->c_ospeed);
    termios->c_ispeed =
        in == B0 ? termios->c_ospeed : speed_of_code(in, termios->c_ispeed);
}

/* ---- struct termio ---------------------------------------------------------- */

long tty_get_termio(const struct tty *tty, uaddr_t to)
{
    const struct ktermios2 *termios = &tty->termios;
    struct termio old = {
        .c_iflag = (unsigned short)termios->c_iflag,
        .c_oflag = (unsigned short)termios->c_oflag,
        .c_cflag = (unsigned short)termios->c_cflag,
        .c_lflag = (unsigned short)termios->c_lflag,
        .c_line = termios->c_line,
    };

    memcpy(old.c_cc, termios->c_cc, sizeof(old.c_cc));
    return user_put(to, old);
}

/* Changes what struct termio has of a setting and leaves the rest. */
static int termio_set(struct ktermios2 *termios, uaddr_t from)
{
    struct termio old;

    if (user_get(old, from) < 0)
        return -EFAULT;
    termios->c_iflag = (termios->c_iflag & ~(tcflag_t)WORD_BITS) | old.c_iflag;
    termios->c_oflag = (termios->c_oflag & ~(tcflag_t)WORD_BITS) | old.c_oflag;
    termios->c_cflag = (termios->c_cflag & ~(tcflag_t)WORD_BITS) | old.c_cflag;
    termios->c_lflag = (termios->c_lflag & ~(tcflag_t)WORD_BITS) | old.c_lflag;
    termios->c_line = old.c_line;
    memcpy(termios->c_cc, old.c_cc, sizeof(old.c_cc));
    return 0;
}

/* ---- Getting and setting ------------------------------------------------------ */

/* Whether ctrl-S and ctrl-Q stop and start the output: packet mode tells it. */
static bool settings_have_flow(const struct ktermios2 *termios)
{
    return (termios->c_iflag & IXON) &&
           termios->c_cc[VSTOP] == FLOW_DEFAULT_STOP &&
           termios->c_cc[VSTART] == FLOW_DEFAULT_START;
}

/* What is LOCKED remains in NEW as it is in OLD: all three begin like ktermios, and
 * of flags single bits are locked, of the characters behind them each as a whole. */
static void settings_keep(uint8_t *new, const uint8_t *old, const uint8_t *locked)
{
    for (size_t i = 0; i < sizeof(struct ktermios); i++) {
        bool is_whole = i >= offsetof(struct ktermios, c_line) && locked[i] != 0;

        new[i] ^= (new[i] ^ old[i]) & (is_whole ? UINT8_MAX : locked[i]);
    }
}

static void settings_apply(struct tty *tty, struct ktermios2 *new)
{
    struct ktermios2 old = tty->termios;

    new->c_cflag &= ~(tcflag_t)(CSIZE | PARENB);
    new->c_cflag |= CS8 | CREAD;
    speeds_set(new);
    settings_keep((uint8_t *)new, (uint8_t *)&old, (uint8_t *)&tty->locked);
    tty->termios = *new;
    tty_change_mode(tty, old.c_lflag);
    if ((old.c_iflag & IXON) && !(new->c_iflag & IXON))
        tty_start_output(tty);
    if ((old.c_lflag | new->c_lflag) & EXTPROC)
        tty_notice(tty, TIOCPKT_IOCTL);
    if (settings_have_flow(&old) != settings_have_flow(new))
        tty_notice(tty, settings_have_flow(new) ? TIOCPKT_DOSTOP
                                                : TIOCPKT_NOSTOP);
}

long tty_set_modes(struct tty *tty, size_t size, unsigned long form,
                   uaddr_t from)
{
    struct ktermios2 termios = tty->termios;
    int error = size == sizeof(struct termio)
                    ? termio_set(&termios, from)
                    : user_read(&termios, from, size);

    if (error < 0)
        return error;
    if (form == TCSAFLUSH)
        tty_flush_input(tty);
    settings_apply(tty, &termios);
    return 0;
}
