/* SPDX-License-Identifier: MIT */
/*
 * A terminal: what is between a device that types and shows characters and the
 * programs that read and write lines.
 *
 *   device -> tty_receive --(ldisc.c: edit, echo, signals)--> ring -> tty_read
 *   device <- output <--(output.c: newlines)-- tty_write, echo
 *
 * tty.c has the file operations, ldisc.c the line discipline, settings.c the
 * modes, ttyioctl.c the other requests, jobctl.c who may use the terminal and who
 * gets its signals.  The device is real hardware (console.c) or a program at the
 * other end of a pseudo-terminal (pty.c).
 * Facts: termios(3), ioctl_tty(2), POSIX.1-2017 chapter 11; where those leave a
 * choice, what Linux does.
 * Read next: tty/ldisc.c.
 */
#pragma once

#include <asm/termios.h>

#include "fs/file.h"
#include "lib/bitmap.h"
#include "proc/sleep.h"

struct group;
struct session;

#define TTY_LINE_BYTES 4096u /* a line with its newline; a power of two */

struct tty;

/* The device's side of a terminal; NULL where there is nothing to do. */
struct tty_ops {
    /* A program is the device: it sees the leader's exit, which hangs up a line. */
    bool is_program;
    /* It is being opened. Errors: its own. */
    int (*open)(struct tty *tty);
    /* Shows LEN bytes, or loses what exceeds its room. Context: any. */
    void (*output)(struct tty *tty, const char *text, size_t len);
    /* How many bytes output takes now. NULL: any number. */
    size_t (*output_room)(const struct tty *tty);
    /* Something happened that packet mode tells: TIOCPKT_*. Context: any. */
    void (*notice)(struct tty *tty, unsigned int what);
    /* The last open file of it has gone. */
    void (*closed)(struct tty *tty);
};

struct tty {
    unsigned int device;     /* its number: device_number() */
    const struct tty_ops *ops;
    unsigned int open_count; /* open files */
    bool is_exclusive[2];    /* TIOCEXCL; of its master, where it means nothing */
    bool is_gone;            /* the device: it is hung up for ever */
    unsigned int hang_ups;   /* so far: see tty_is_hung_up */
    struct ktermios2 termios;
    struct ktermios locked;  /* of them, what nobody may change */
    struct winsize winsize;

    /* The session that it controls, one reference; or NULL. */
    struct session *session;

    /*
     * Input: a ring, whose three counters only grow; cell N is at N modulo its
     * size.  GOT <= LINE_START <= PUT.  Cells before LINE_START can be read:
     * in canonical mode complete lines, each with TTY_LINE_END on its last
     * byte, and otherwise all.  Those behind it can still be edited.
     */
    uint8_t *bytes;          /* the cells' bytes: TTY_LINE_BYTES */
    uint32_t line_ends[BITMAP_WORDS(TTY_LINE_BYTES)];
    unsigned int got, line_start, put;
    unsigned int told;       /* PUT when the readers last heard of it */
    bool is_next_literal;    /* VLNEXT was typed */
    bool is_erasing;         /* ECHOPRT: \ was shown, and / was not */
    bool is_output_stopped;  /* nothing is shown */
    bool is_stopped_by_call; /* tcflow(3) did it, and alone can undo it */
    bool is_write_cut;       /* for want of room: O_ASYNC tells when there is some */
    struct waitq readers;
    struct waitq writers;
    struct waitq typists;    /* who waits for room in the ring: pty.c */

    /* Output: where the cursor is, to erase tabs. */
    unsigned int column;
    unsigned int line_column; /* where the echo of the line began */
};

#define TTY_LINE_END 0x100u
#define TTY_EOF TTY_LINE_END /* a NUL that ends a line is no byte of it */

/* Makes TTY, all zero, a terminal with the usual settings. BYTES: its ring, of
 * TTY_LINE_BYTES, which stays the caller's. */
void tty_setup(struct tty *tty, unsigned int device, const struct tty_ops *ops,
               uint8_t *bytes);

/* What an open terminal can do; file->private is the tty.  It is the device's
 * data, or with none (/dev/tty) the caller's controlling terminal. */
extern const struct file_ops tty_file_ops;
/* The modes that a terminal has when it is first opened. */
extern const struct ktermios2 tty_usual_termios;

#define TTY_NEVER_HUNG_UP ((loff_t)UINT32_MAX + 1) /* /dev/console */
#define MASTER_HUNG_UP 1
/* A hung-up file never lets anybody wait. */
#define TTY_HUNG_UP_EVENTS                                                     \
    (POLLIN | POLLRDNORM | POLLOUT | POLLWRNORM | POLLERR | POLLHUP)

/* Whether FILE, of a terminal or a master, is of no more use.  It has no offset: a
 * terminal's keeps in its place how many hang-ups it has come after, and a master's
 * is hung up alone. */
static inline bool tty_is_hung_up(const struct file *file)
{
    const struct tty *tty = file->private;

    if (file->ops != &tty_file_ops)
        return file->offset == MASTER_HUNG_UP;
    return tty->is_gone || file->offset < tty->hang_ups;
}

/* Cell N of the input: a byte, and TTY_LINE_END if a line ends with it. */
static inline unsigned int tty_cell(const struct tty *tty, unsigned int n)
{
    n %= TTY_LINE_BYTES;
    return tty->bytes[n] | (bitmap_test(tty->line_ends, n) ? TTY_LINE_END : 0);
}

/* Whether LFLAGS are in force: with EXTPROC the device edits and echoes itself. */
static inline bool tty_has_flags(const struct tty *tty, tcflag_t lflags)
{
    tcflag_t now = tty->termios.c_lflag;

    if (now & EXTPROC)
        now &= ~(tcflag_t)(ICANON | ISIG | ECHO);
    return (now & lflags) == lflags;
}

/* Whether C is a further byte of a character in UTF-8 (RFC 3629, section 3). */
static inline bool tty_is_continuation(const struct tty *tty, uint8_t c)
{
    const uint8_t mask = 0xC0, mark = 0x80;

    return (tty->termios.c_iflag & IUTF8) && (c & mask) == mark;
}

/* Control character N (VINTR, ...) of TTY is C, and is not switched off. */
static inline bool tty_is_cc(const struct tty *tty, unsigned int n, uint8_t c)
{
    return tty->termios.c_cc[n] == c && c != 0;
}

/* ---- Line discipline (ldisc.c) ----------------------------------------- */

/* C has come from the device. Context: any, interrupts too. */
void tty_receive(struct tty *tty, uint8_t c);
/* So has all that came with it: without lines, readers hear of it only now. */
void tty_end_burst(struct tty *tty);
/* Whether the ring takes a byte now, or is full of what cannot be read yet, so
 * that waiting would be for ever. */
bool tty_may_receive(const struct tty *tty);

/* Whether a read would find LEAST bytes or, in canonical mode, a line. */
bool tty_has_input(const struct tty *tty, unsigned int least);

/*
 * Takes at most LEN bytes of input to TO; in canonical mode of one line, of
 * which an end-of-file is not delivered.  Sets *IS_LINE_END where it took the
 * last of a line.
 * Returns: how many bytes; 0 for an end-of-file.
 */
size_t tty_take(struct tty *tty, uint8_t *to, size_t len, bool *is_line_end);

/* FIONREAD: how many bytes could be read now. */
unsigned int tty_count_input(struct tty *tty);
void tty_flush_input(struct tty *tty);
/* The canonical mode or EXTPROC has changed from what it was in OLD_LFLAG: what is
 * there becomes a line, or loses its lines. */
void tty_change_mode(struct tty *tty, tcflag_t old_lflag);

/* ---- Output and echo (output.c) ----------------------------------------- */

/* Shows TEXT as c_oflag says. Context: any. */
void tty_output(struct tty *tty, const char *text, size_t len);
/* Shows one typed byte as the echo flags say, control characters as ^X. */
void tty_echo(struct tty *tty, uint8_t c);
void tty_echo_text(struct tty *tty, const char *text);
/* Takes C, once the last of the line, off the screen. */
void tty_echo_erase(struct tty *tty, uint8_t c);

/* VSTOP, VSTART and TCXONC: stops output, lets it go on. */
void tty_stop_output(struct tty *tty);
void tty_start_output(struct tty *tty);
/* There is room for output. */
void tty_wake_writers(struct tty *tty);
/* How many bytes a write may show now. */
size_t tty_output_room(const struct tty *tty);
/* Tells packet mode of WHAT (TIOCPKT_*). Context: any. */
void tty_notice(struct tty *tty, unsigned int what);

/* Takes at most LEN bytes of CHUNK, for FILE. Returns: how many; 0 after waiting
 * for room; -E. */
typedef long tty_chunk_taker(struct file *file, const char *chunk, size_t len);
/* write(2) of a terminal or a master, which takes its bytes by way of the kernel's
 * stack (tty.c). Errors: -EIO it is hung up; those of TAKE. */
long tty_write_chunks(struct file *file, uaddr_t buf, size_t len,
                      tty_chunk_taker *take);

/* What is written to /dev/console goes to this open terminal (TIOCCONS), one
 * reference; or NULL. */
extern struct file *tty_redirection;
void tty_end_redirection(void);

/* O_ASYNC of a terminal or a master, which somebody always owns: the foreground
 * group, or the caller. Errors: -ENOTTY it is hung up. */
int tty_async(struct file *file, int fd, bool on);

/* ---- Requests (ttyioctl.c, settings.c) ----------------------------------- */

/* ioctl(2) on a terminal or a master; tty_request is that of an open terminal, also
 * for its master, from which it is not the caller's own. */
long tty_ioctl(struct file *file, unsigned long request, unsigned long arg);
long tty_request(struct tty *tty, struct file *file, unsigned long request,
                 unsigned long arg);
/* Sets the modes from one of the three layouts, which its SIZE tells: at once, when
 * output has left, or (FORM is TCSAFLUSH) when input has been forgotten too. */
long tty_set_modes(struct tty *tty, size_t size, unsigned long form,
                   uaddr_t from);
/* TCGETA: the oldest layout, which has less. */
long tty_get_termio(const struct tty *tty, uaddr_t to);

/* ---- Job control (jobctl.c) --------------------------------------------- */

/* The running process's controlling terminal, or NULL. */
struct tty *tty_of_caller(void);
/* Posts SIG to the foreground group. Context: any. */
void tty_signal(struct tty *tty, int sig);

/*
 * Whether the running process may go on to read from TTY (SIG is SIGTTIN) or to
 * write or change it (SIGTTOU): a process in the background of the session that
 * TTY controls may not, and its group is sent SIG.
 * Errors: -ERESTARTSYS SIG was sent; -EIO it cannot stop the process: SIGTTIN
 * is blocked or ignored, or the group is orphaned.
 */
int tty_check_foreground(struct tty *tty, int sig) MUST_CHECK;

/* The ioctls about sessions and groups in ioctl_tty(2), with its errors;
 * -ENOTTY for any other. */
long tty_jobctl_ioctl(struct tty *tty, struct file *file,
                      unsigned long request, unsigned long arg);
/* Makes TTY, open as FILE, the controlling terminal of the running process, which
 * leads a session that has none; root MAY_STEAL that of another session.
 * Errors: -EPERM. */
int tty_acquire(struct tty *tty, const struct file *file, bool may_steal);
/* All open files of TTY are hung up: the session that it controls loses it and its
 * leader gets SIGHUP and SIGCONT; whoever sleeps in TTY wakes. */
void tty_hang_up(struct tty *tty);
/* The same as vhangup(2) and TIOCVHANGUP; TTY may be NULL. Errors: -EPERM. */
int tty_hang_up_by_call(struct tty *tty);

/* Hangs the hook of proc/group.h in. Context: boot. */
void tty_jobctl_init(void);
