/* SPDX-License-Identifier: MIT */
/*
 * A terminal: what is between a device that types and shows characters and the
 * programs that read and write lines.
 *
 *   device -> tty_receive --(ldisc.c: edit, echo, signals)--> ring -> tty_read
 *   device <- output <--(output.c: newlines)-- tty_write, echo
 *
 * tty.c has the file operations, ldisc.c the line discipline, ttyioctl.c
 * the settings, jobctl.c who may use the terminal and who gets its signals.
 * Facts: termios(3), ioctl_tty(2), POSIX.1-2017 chapter 11; where those leave a
 * choice, what Linux does.
 * Read next: tty/ldisc.c.
 */
#ifndef TTY_TTY_H
#define TTY_TTY_H

#include <asm/termios.h>

#include "fs/file.h"
#include "lib/bitmap.h"
#include "lib/ring.h"
#include "proc/sleep.h"

struct group;
struct session;

#define TTY_LINE_BYTES 4096u /* a line with its newline; a power of two */

struct tty {
    unsigned int device;     /* its number: device_number() */
    void (*output)(const char *text, size_t len);
    struct ktermios2 termios;
    struct winsize winsize;

    /* Job control. */
    struct session *session; /* that it controls, one reference; or NULL */
    pid_t foreground;        /* the foreground process group, or 0 */

    /*
     * Input: a ring of bytes.  In canonical mode those before LINE_START are
     * complete lines, whose last bytes have a bit in LINE_ENDS; those behind it
     * can still be edited.  An end-of-file is a marked TTY_EOF.
     */
    struct ring input;
    uint8_t bytes[TTY_LINE_BYTES];
    uint32_t line_ends[BITMAP_WORDS(TTY_LINE_BYTES)];
    unsigned int line_start; /* counts as input.put does */
    bool is_next_literal;    /* VLNEXT was typed */
    bool is_output_stopped;  /* VSTOP was typed */
    struct waitq readers;
    struct waitq writers;

    /* Output: where the cursor is, to erase tabs. */
    unsigned int column;
    unsigned int line_column; /* where the echo of the line began */
};

#define TTY_EOF 0u

/* Makes TTY a terminal with the usual settings. Context: boot. */
void tty_setup(struct tty *tty, unsigned int device,
               void (*output)(const char *text, size_t len));

/* What an open terminal can do; file->private is the tty. */
extern const struct file_ops tty_file_ops; /* device data: the tty */
extern const struct file_ops tty_own_ops;  /* /dev/tty */

/* Control character N (VINTR, ...) of TTY is C, and is not switched off. */
static inline bool tty_is_cc(const struct tty *tty, unsigned int n, uint8_t c)
{
    return tty->termios.c_cc[n] == c && c != 0;
}

/* ---- Line discipline (ldisc.c) ----------------------------------------- */

/* A byte has come from the device. Context: any, interrupts too. */
void tty_receive(struct tty *tty, uint8_t c);

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
unsigned int tty_count_input(const struct tty *tty);
void tty_flush_input(struct tty *tty);
/* The canonical mode has changed from what it was in OLD_LFLAG: what is there
 * becomes a line, or loses its lines. */
void tty_change_mode(struct tty *tty, tcflag_t old_lflag);

/* ---- Output and echo (output.c) ----------------------------------------- */

/* Shows TEXT as c_oflag says. Context: any. */
void tty_output(struct tty *tty, const char *text, size_t len);
/* Shows one typed byte as the echo flags say, control characters as ^X. */
void tty_echo(struct tty *tty, uint8_t c);
void tty_echo_text(struct tty *tty, const char *text);
/* Takes C, once the last of the line, off the screen. */
void tty_echo_erase(struct tty *tty, uint8_t c);

/* Lets output go on that VSTOP or TCXONC stopped. */
void tty_start_output(struct tty *tty);

/* ---- Settings (ttyioctl.c) ---------------------------------------------- */

long tty_ioctl(struct file *file, unsigned long request, unsigned long arg);

/* ---- Job control (jobctl.c) --------------------------------------------- */

/* The running process's controlling terminal, or NULL. */
struct tty *tty_of_caller(void);
/* The foreground group, or NULL. */
struct group *tty_foreground(const struct tty *tty);
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

/* The ioctls of the same name in ioctl_tty(2), with its errors. */
long tty_get_foreground(struct tty *tty, uaddr_t to);
long tty_set_foreground(struct tty *tty, uaddr_t from);
long tty_get_session(struct tty *tty, uaddr_t to);
long tty_acquire(struct tty *tty, const struct file *file, bool may_steal);
long tty_give_up(struct tty *tty);

/* Hangs the two hooks of proc/group.h in. Context: boot. */
void tty_jobctl_init(void);

#endif
