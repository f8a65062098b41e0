/* SPDX-License-Identifier: MIT */
/*
 * The line discipline: from typed bytes to the lines that programs read.
 *
 * tty_receive runs within interrupts; everything else on behalf of a reader.
 * Owns the terminal's input ring.  Invariant: got <= line_start <= put, so that
 * editing changes only cells of the unfinished line.  One place of the ring
 * stays free for the newline that ends a line as long as the ring.
 * Facts: POSIX.1-2017, 11.1.6 to 11.1.9 (input modes and special characters).
 * Read next: tty/tty.c, which reads.
 */
#include <asm/signal.h>

#include "lib/string.h"
#include "tty/tty.h"

#define ASCII_MASK 0x7Fu
#define PARITY_MARK 0xFFu /* begins what PARMRK tells */

/* ---- Putting in --------------------------------------------------------- */

static unsigned int tty_room(const struct tty *tty)
{
    return TTY_LINE_BYTES - (tty->put - tty->got);
}

static void tty_add_cell(struct tty *tty, unsigned int cell)
{
    unsigned int n = tty->put++ % TTY_LINE_BYTES;

    tty->bytes[n] = (uint8_t)cell;
    bitmap_clear(tty->line_ends, n);
    if (cell & TTY_LINE_END)
        bitmap_set(tty->line_ends, n);
}

/* What was typed can be read now. */
static void tty_tell_readers(struct tty *tty)
{
    tty->told = tty->put;
    waitq_wake(&tty->readers);
    file_notify(tty, POLL_IN);
}

static void tty_finish_erasing(struct tty *tty)
{
    if (tty->is_erasing)
        tty_echo_text(tty, "/");
    tty->is_erasing = false;
}

/* IS_NEWLINE: it is shown as one, not as ^J. */
static void tty_echo_typed(struct tty *tty, uint8_t c, bool is_newline)
{
    if (tty->line_start == tty->put)
        tty->line_column = tty->column;
    if (!tty_has_flags(tty, ECHO))
        return;
    tty_finish_erasing(tty);
    if (is_newline)
        tty_echo_text(tty, "\n");
    else
        tty_echo(tty, c);
}

/* Adds C to the input, and its echo. What exceeds a line is shown and lost. */
static void tty_put(struct tty *tty, uint8_t c, bool is_newline)
{
    bool is_full = tty_room(tty) <= 1;

    if (is_full && tty->line_start != tty->got)
        return;
    tty_echo_typed(tty, c, is_newline);
    if (is_full)
        return;
    if (c == PARITY_MARK && (tty->termios.c_iflag & PARMRK) &&
        !tty_has_flags(tty, EXTPROC) && tty_room(tty) > 2)
        tty_add_cell(tty, c); /* twice, or it would begin a mark */
    tty_add_cell(tty, c);
    if (!tty_has_flags(tty, ICANON))
        tty->line_start = tty->put;
}

/* Ends the line with C, or with an end-of-file. */
static void tty_end_line(struct tty *tty, unsigned int c)
{
    if (tty_room(tty) == 0)
        return;
    tty_add_cell(tty, c | TTY_LINE_END);
    tty->line_start = tty->put;
    tty_tell_readers(tty);
}

/* ---- Editing ------------------------------------------------------------ */

static bool tty_line_is_empty(const struct tty *tty)
{
    return tty->put == tty->line_start;
}

/* ECHOPRT, for terminals of paper: what is erased is printed between \\ and /. */
static void tty_print_erased(struct tty *tty, unsigned int first,
                             unsigned int end)
{
    if (!tty->is_erasing)
        tty_echo_text(tty, "\\");
    tty->is_erasing = true;
    for (; first != end; first++)
        tty_echo(tty, (uint8_t)tty_cell(tty, first));
}

/* Takes the last character, of one or several bytes, off the line and off the
 * screen.  BY_CHARACTER: by VERASE, which without ECHOE is shown itself.
 * Returns: false where there is none whose first byte is in the line. */
static bool tty_erase_one(struct tty *tty, bool by_character)
{
    unsigned int end = tty->put, first = end;
    uint8_t c;

    do {
        if (first == tty->line_start)
            return false;
        c = (uint8_t)tty_cell(tty, --first);
    } while (tty_is_continuation(tty, c));
    tty->put = first;
    if (!tty_has_flags(tty, ECHO))
        return true;
    if (tty_has_flags(tty, ECHOPRT))
        tty_print_erased(tty, first, end);
    else if (by_character && !tty_has_flags(tty, ECHOE))
        tty_echo(tty, tty->termios.c_cc[VERASE]);
    else
        tty_echo_erase(tty, c);
    if (tty_line_is_empty(tty))
        tty_finish_erasing(tty);
    return true;
}

/* Whether the unfinished line ends in a part of a word, if IS_WORD, or in another
 * byte. The bytes of letters beyond ASCII all have the highest bit. */
static bool tty_ends_in(const struct tty *tty, bool is_word)
{
    uint8_t c = (uint8_t)tty_cell(tty, tty->put - 1);

    return !tty_line_is_empty(tty) &&
           is_word == ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                       (c >= 'a' && c <= 'z') || c == '_' || c > ASCII_MASK);
}

/* VWERASE: what is behind the last word, then the word. */
static void tty_erase_word(struct tty *tty)
{
    while (tty_ends_in(tty, false) && tty_erase_one(tty, false))
        continue;
    while (tty_ends_in(tty, true) && tty_erase_one(tty, false))
        continue;
}

/* VKILL: the line vanishes from the screen, or a new one is begun below it. */
static void tty_erase_line(struct tty *tty, uint8_t c)
{
    if (tty_has_flags(tty, ECHO | ECHOE | ECHOK | ECHOKE)) {
        while (tty_erase_one(tty, false))
            continue;
        return;
    }
    if (tty_has_flags(tty, ECHO) && !tty_line_is_empty(tty)) {
        tty_finish_erasing(tty);
        tty_echo(tty, c);
        if (tty_has_flags(tty, ECHOK))
            tty_echo_text(tty, "\n");
    }
    tty->put = tty->line_start;
}

/* VREPRINT: shows the unfinished line once more. */
static void tty_reprint(struct tty *tty, uint8_t c)
{
    if (!tty_has_flags(tty, ECHO))
        return;
    tty_finish_erasing(tty);
    tty_echo(tty, c);
    tty_echo_text(tty, "\n");
    tty->line_column = tty->column;
    for (unsigned int i = tty->line_start; i != tty->put; i++)
        tty_echo(tty, (uint8_t)tty_cell(tty, i));
}

/* ---- Special characters ------------------------------------------------- */

/* IXON: whether C stopped or started the output. */
static bool tty_flow_control(struct tty *tty, uint8_t c)
{
    bool is_start = tty_is_cc(tty, VSTART, c);
    bool is_stop = !is_start && tty_is_cc(tty, VSTOP, c);

    if (!(tty->termios.c_iflag & IXON))
        return false;
    if (is_stop)
        tty_stop_output(tty);
    else if (is_start || (tty->termios.c_iflag & IXANY))
        tty_start_output(tty);
    return is_start || is_stop;
}

/* ISIG: whether C sent a signal to the foreground group. */
static bool tty_signal_character(struct tty *tty, uint8_t c)
{
    int sig = tty_is_cc(tty, VINTR, c)   ? SIGINT
              : tty_is_cc(tty, VQUIT, c) ? SIGQUIT
              : tty_is_cc(tty, VSUSP, c) ? SIGTSTP
                                         : 0;

    if (sig == 0 || !tty_has_flags(tty, ISIG))
        return false;
    if (!tty_has_flags(tty, NOFLSH)) {
        tty_flush_input(tty);
        tty_notice(tty, TIOCPKT_FLUSHWRITE);
    }
    if (tty->termios.c_iflag & IXON)
        tty_start_output(tty);
    if (tty_has_flags(tty, ECHO))
        tty_echo(tty, c);
    tty_signal(tty, sig);
    return true;
}

/* ICANON: whether C edited the unfinished line. */
static bool tty_edit(struct tty *tty, uint8_t c)
{
    if (tty_is_cc(tty, VERASE, c)) {
        (void)tty_erase_one(tty, true);
    } else if (tty_is_cc(tty, VKILL, c)) {
        tty_erase_line(tty, c);
    } else if (tty_has_flags(tty, IEXTEN) && tty_is_cc(tty, VWERASE, c)) {
        tty_erase_word(tty);
    } else if (tty_has_flags(tty, IEXTEN) && tty_is_cc(tty, VREPRINT, c)) {
        tty_reprint(tty, c);
    } else {
        return false;
    }
    return true;
}

/* ICANON: whether C ended the line. */
static bool tty_line_character(struct tty *tty, uint8_t c)
{
    if (c == '\n') {
        if (tty_has_flags(tty, ECHO) || tty_has_flags(tty, ECHONL))
            tty_echo_text(tty, "\n");
        tty_end_line(tty, c);
    } else if (tty_is_cc(tty, VEOF, c)) {
        tty_end_line(tty, TTY_EOF);
    } else if (tty_is_cc(tty, VEOL, c) ||
               (tty_is_cc(tty, VEOL2, c) && tty_has_flags(tty, IEXTEN))) {
        tty_echo_typed(tty, c, false);
        tty_end_line(tty, c);
    } else {
        return false;
    }
    return true;
}

/* VLNEXT: whether C makes the next character lose its meaning. */
static bool tty_literal_character(struct tty *tty, uint8_t c)
{
    if (!tty_has_flags(tty, IEXTEN) || !tty_is_cc(tty, VLNEXT, c))
        return false;
    tty->is_next_literal = true;
    if (tty_has_flags(tty, ECHO))
        tty_finish_erasing(tty);
    if (tty_has_flags(tty, ECHO | ECHOCTL))
        tty_echo_text(tty, "^\b");
    return true;
}

/* What c_iflag makes of C, then what C means. With EXTPROC the device has done all
 * but what comes first. */
void tty_receive(struct tty *tty, uint8_t c)
{
    tcflag_t iflag = tty->termios.c_iflag;

    if (iflag & ISTRIP)
        c &= ASCII_MASK;
    if ((iflag & IUCLC) && tty_has_flags(tty, IEXTEN) && c >= 'A' && c <= 'Z')
        c = (uint8_t)(c - 'A' + 'a');
    if (tty->is_next_literal || tty_has_flags(tty, EXTPROC)) {
        tty->is_next_literal = false;
        tty_put(tty, c, false);
        return;
    }
    bool is_return = c == '\r';
    if (is_return && (iflag & IGNCR))
        return;
    if (is_return && (iflag & ICRNL))
        c = '\n';
    else if (c == '\n' && (iflag & INLCR))
        c = '\r';
    if (tty_flow_control(tty, c) || tty_signal_character(tty, c))
        return;
    if (tty_has_flags(tty, ICANON) &&
        (tty_edit(tty, c) || tty_literal_character(tty, c) ||
         tty_line_character(tty, c)))
        return;
    tty_put(tty, c, is_return && c == '\n');
}

void tty_end_burst(struct tty *tty)
{
    if (!tty_has_flags(tty, ICANON) && tty->put != tty->got &&
        tty->put != tty->told)
        tty_tell_readers(tty);
}

bool tty_may_receive(const struct tty *tty)
{
    return tty_room(tty) > 1 || tty->line_start == tty->got;
}

/* ---- Taking out --------------------------------------------------------- */

bool tty_has_input(const struct tty *tty, unsigned int least)
{
    if (tty_has_flags(tty, ICANON))
        least = 1;
    return tty->line_start - tty->got >= least;
}

size_t tty_take(struct tty *tty, uint8_t *to, size_t len, bool *is_line_end)
{
    size_t taken = 0;

    *is_line_end = false;
    while (tty->got != tty->line_start && !*is_line_end) {
        unsigned int cell = tty_cell(tty, tty->got);

        /* An end-of-file right behind the last byte belongs to this read: the
         * next one must not return 0 for it. */
        if (taken == len && cell != TTY_EOF)
            break;
        if (cell != TTY_EOF)
            to[taken++] = (uint8_t)cell;
        *is_line_end = cell & TTY_LINE_END;
        tty->got++;
    }
    /* With EXTPROC the device sends VEOF alone where a file ends. */
    if (taken == 1 && tty->got == tty->put && to[0] == tty->termios.c_cc[VEOF] &&
        (~tty->termios.c_lflag & (EXTPROC | ICANON)) == 0) {
        *is_line_end = true;
        return 0;
    }
    return taken;
}

unsigned int tty_count_input(struct tty *tty)
{
    unsigned int count = 0;

    for (unsigned int i = tty->got; i != tty->line_start; i++)
        count += tty_cell(tty, i) != TTY_EOF;
    return count;
}

void tty_flush_input(struct tty *tty)
{
    tty->got = tty->line_start = tty->put;
    tty->is_erasing = false;
    tty_notice(tty, TIOCPKT_FLUSHREAD);
    waitq_wake(&tty->typists);
}

void tty_change_mode(struct tty *tty, tcflag_t old_lflag)
{
    if (((old_lflag ^ tty->termios.c_lflag) & (ICANON | EXTPROC)) == 0)
        return;
    tty->is_next_literal = tty->is_erasing = false;
    memset(tty->line_ends, 0, sizeof(tty->line_ends));
    if (tty_has_flags(tty, ICANON) && tty->got != tty->put)
        bitmap_set(tty->line_ends, (tty->put - 1) % TTY_LINE_BYTES);
    tty->line_start = tty->put;
    waitq_wake(&tty->readers);
}
