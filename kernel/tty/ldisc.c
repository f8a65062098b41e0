/* SPDX-License-Identifier: MIT */
/*
 * The line discipline: from typed bytes to the lines that programs read.
 *
 * tty_receive runs within interrupts; everything else on behalf of a reader.
 * Owns the terminal's input ring.  Invariant: got <= line_start <= put, so that
 * editing changes only bytes of the unfinished line, and a line end is marked
 * for every complete line.  One place of the ring stays free for the newline
 * that ends a line as long as the ring.
 * Facts: POSIX.1-2017, 11.1.6 to 11.1.9 (input modes and special characters).
 * Read next: tty/tty.c, which reads.
 */
#include <asm/signal.h>

#include "proc/sleep.h"
#include "tty/tty.h"

#define ASCII_MASK 0x7Fu
#define NOT_A_BYTE (-1)

static bool tty_has_flags(const struct tty *tty, tcflag_t lflags)
{
    return (tty->termios.c_lflag & lflags) == lflags;
}

/* ---- Putting in --------------------------------------------------------- */

static void tty_echo_typed(struct tty *tty, uint8_t c)
{
    if (tty->line_start == tty->input.put)
        tty->line_column = tty->column;
    if (tty_has_flags(tty, ECHO))
        tty_echo(tty, c);
}

/* Adds C to the input, and its echo. A byte too many is lost with a beep. */
static void tty_put(struct tty *tty, uint8_t c)
{
    if (ring_room(&tty->input) <= 1) {
        if (tty->termios.c_iflag & IMAXBEL)
            tty_echo_text(tty, "\a");
        return;
    }
    tty_echo_typed(tty, c);
    bitmap_clear(tty->line_ends, tty->input.put % TTY_LINE_BYTES);
    ring_put(&tty->input, c);
    if (!tty_has_flags(tty, ICANON))
        waitq_wake(&tty->readers);
}

/* Ends the line with C, which may be TTY_EOF, and hands it to readers. */
static void tty_end_line(struct tty *tty, uint8_t c)
{
    if (ring_room(&tty->input) == 0)
        return;
    bitmap_set(tty->line_ends, tty->input.put % TTY_LINE_BYTES);
    ring_put(&tty->input, c);
    tty->line_start = tty->input.put;
    waitq_wake(&tty->readers);
}

/* ---- Editing ------------------------------------------------------------ */

static bool tty_line_is_empty(const struct tty *tty)
{
    return tty->input.put == tty->line_start;
}

/* The last byte of the unfinished line, which is not empty. */
static uint8_t tty_last(const struct tty *tty)
{
    return tty->bytes[(tty->input.put - 1) % TTY_LINE_BYTES];
}

/* Takes the last character, of one or several bytes, off line and screen. */
static void tty_erase_one(struct tty *tty)
{
    const uint8_t mask = 0xC0, continuation = 0x80; /* RFC 3629, section 3 */
    uint8_t c = ring_unput(&tty->input);

    while ((tty->termios.c_iflag & IUTF8) && (c & mask) == continuation &&
           !tty_line_is_empty(tty))
        c = ring_unput(&tty->input);
    if (tty_has_flags(tty, ECHO | ECHOE))
        tty_echo_erase(tty, c);
}

static bool tty_is_word(uint8_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || c == '_';
}

/* VWERASE: what is behind the last word, then the word. */
static void tty_erase_word(struct tty *tty)
{
    while (!tty_line_is_empty(tty) && !tty_is_word(tty_last(tty)))
        tty_erase_one(tty);
    while (!tty_line_is_empty(tty) && tty_is_word(tty_last(tty)))
        tty_erase_one(tty);
}

/* VKILL: the line vanishes from the screen, or a new one is begun below it. */
static void tty_erase_line(struct tty *tty, uint8_t c)
{
    if (tty_has_flags(tty, ECHO | ECHOE | ECHOK | ECHOKE)) {
        while (!tty_line_is_empty(tty))
            tty_erase_one(tty);
        return;
    }
    tty->input.put = tty->line_start;
    if (tty_has_flags(tty, ECHO)) {
        tty_echo(tty, c);
        if (tty_has_flags(tty, ECHOK))
            tty_echo_text(tty, "\n");
    }
}

/* VREPRINT: shows the unfinished line once more. */
static void tty_reprint(struct tty *tty, uint8_t c)
{
    if (!tty_has_flags(tty, ECHO))
        return;
    tty_echo(tty, c);
    tty_echo_text(tty, "\n");
    tty->line_column = tty->column;
    for (unsigned int i = tty->line_start; i != tty->input.put; i++)
        tty_echo(tty, tty->bytes[i % TTY_LINE_BYTES]);
}

/* ---- Special characters ------------------------------------------------- */

/* IXON: whether C stopped or started the output. */
static bool tty_flow_control(struct tty *tty, uint8_t c)
{
    if (!(tty->termios.c_iflag & IXON))
        return false;
    if (tty_is_cc(tty, VSTART, c)) {
        tty_start_output(tty);
        return true;
    }
    if (tty_is_cc(tty, VSTOP, c)) {
        tty->is_output_stopped = true;
        return true;
    }
    if (tty->is_output_stopped && (tty->termios.c_iflag & IXANY))
        tty_start_output(tty);
    return false;
}

/* ISIG: whether C sent a signal to the foreground group. */
static bool tty_signal_character(struct tty *tty, uint8_t c)
{
    static const struct {
        unsigned int cc;
        int sig;
    } rows[] = { { VINTR, SIGINT }, { VQUIT, SIGQUIT }, { VSUSP, SIGTSTP } };

    if (!tty_has_flags(tty, ISIG))
        return false;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (!tty_is_cc(tty, rows[i].cc, c))
            continue;
        if (!tty_has_flags(tty, NOFLSH))
            tty_flush_input(tty);
        tty_start_output(tty);
        if (tty_has_flags(tty, ECHO))
            tty_echo(tty, c);
        tty_signal(tty, rows[i].sig);
        return true;
    }
    return false;
}

/* ICANON: whether C edited the unfinished line. */
static bool tty_edit(struct tty *tty, uint8_t c)
{
    if (tty_is_cc(tty, VERASE, c)) {
        if (!tty_line_is_empty(tty)) {
            tty_erase_one(tty);
            if (tty_has_flags(tty, ECHO) && !tty_has_flags(tty, ECHOE))
                tty_echo(tty, c);
        }
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
    if (tty_is_cc(tty, VEOF, c)) {
        tty_end_line(tty, TTY_EOF);
        return true;
    }
    if (c == '\n') {
        if (tty_has_flags(tty, ECHO) || tty_has_flags(tty, ECHONL))
            tty_echo_text(tty, "\n");
        tty_end_line(tty, c);
        return true;
    }
    if (tty_is_cc(tty, VEOL, c) ||
        (tty_is_cc(tty, VEOL2, c) && tty_has_flags(tty, IEXTEN))) {
        tty_echo_typed(tty, c);
        tty_end_line(tty, c);
        return true;
    }
    return false;
}

/* VLNEXT: whether C makes the next character lose its meaning. */
static bool tty_literal_character(struct tty *tty, uint8_t c)
{
    if (!tty_has_flags(tty, IEXTEN) || !tty_is_cc(tty, VLNEXT, c))
        return false;
    tty->is_next_literal = true;
    if (tty_has_flags(tty, ECHO | ECHOCTL))
        tty_echo_text(tty, "^\b");
    return true;
}

/* c_iflag's changes. Returns: the byte, or NOT_A_BYTE if it is ignored. */
static int tty_translate(const struct tty *tty, uint8_t c)
{
    tcflag_t iflag = tty->termios.c_iflag;

    if (iflag & ISTRIP)
        c &= ASCII_MASK;
    if ((iflag & IUCLC) && tty_has_flags(tty, IEXTEN) && c >= 'A' && c <= 'Z')
        c = (uint8_t)(c - 'A' + 'a');
    if (c == '\r') {
        if (iflag & IGNCR)
            return NOT_A_BYTE;
        return iflag & ICRNL ? '\n' : c;
    }
    return c == '\n' && (iflag & INLCR) ? '\r' : c;
}

void tty_receive(struct tty *tty, uint8_t c)
{
    int translated;

    if (tty->is_next_literal) {
        tty->is_next_literal = false;
        tty_put(tty, tty->termios.c_iflag & ISTRIP ? c & ASCII_MASK : c);
        return;
    }
    translated = tty_translate(tty, c);
    if (translated == NOT_A_BYTE)
        return;
    c = (uint8_t)translated;
    if (tty_flow_control(tty, c) || tty_signal_character(tty, c))
        return;
    if (tty_has_flags(tty, ICANON) &&
        (tty_edit(tty, c) || tty_literal_character(tty, c) ||
         tty_line_character(tty, c)))
        return;
    tty_put(tty, c);
}

/* ---- Taking out --------------------------------------------------------- */

bool tty_has_input(const struct tty *tty, unsigned int least)
{
    if (tty_has_flags(tty, ICANON))
        return tty->line_start != tty->input.got;
    return ring_count(&tty->input) >= least;
}

/* Takes the oldest byte. Returns: whether it is the last of a line. */
static bool tty_take_byte(struct tty *tty, uint8_t *byte)
{
    unsigned int place = tty->input.got % TTY_LINE_BYTES;
    bool is_end = bitmap_test(tty->line_ends, place);

    bitmap_clear(tty->line_ends, place);
    *byte = ring_get(&tty->input);
    return is_end;
}

/* Whether the next byte is a marked end-of-file. */
static bool tty_is_at_eof(const struct tty *tty)
{
    unsigned int place = tty->input.got % TTY_LINE_BYTES;

    return tty->line_start != tty->input.got &&
           bitmap_test(tty->line_ends, place) && tty->bytes[place] == TTY_EOF;
}

static size_t tty_take_line(struct tty *tty, uint8_t *to, size_t len,
                            bool *is_line_end)
{
    size_t taken = 0;

    while (taken < len && tty->line_start != tty->input.got &&
           !tty_is_at_eof(tty)) {
        if (tty_take_byte(tty, &to[taken++])) {
            *is_line_end = true;
            return taken;
        }
    }
    /* An end-of-file right behind the last byte belongs to this read: the next
     * one must not return 0 for it. */
    if (tty_is_at_eof(tty)) {
        uint8_t eof;

        tty_take_byte(tty, &eof);
        *is_line_end = true;
    }
    return taken;
}

size_t tty_take(struct tty *tty, uint8_t *to, size_t len, bool *is_line_end)
{
    size_t taken = 0;

    if (tty_has_flags(tty, ICANON))
        return tty_take_line(tty, to, len, is_line_end);
    while (taken < len && ring_count(&tty->input) > 0)
        tty_take_byte(tty, &to[taken++]);
    tty->line_start = tty->input.got;
    return taken;
}

unsigned int tty_count_input(const struct tty *tty)
{
    unsigned int count = 0;

    if (!tty_has_flags(tty, ICANON))
        return ring_count(&tty->input);
    for (unsigned int i = tty->input.got; i != tty->line_start; i++) {
        unsigned int place = i % TTY_LINE_BYTES;

        if (!bitmap_test(tty->line_ends, place) || tty->bytes[place] != TTY_EOF)
            count++;
    }
    return count;
}

void tty_flush_input(struct tty *tty)
{
    ring_clear(&tty->input);
    tty->line_start = tty->input.got;
}

void tty_change_mode(struct tty *tty, tcflag_t old_lflag)
{
    bool is_canonical = tty_has_flags(tty, ICANON);

    if (((old_lflag & ICANON) != 0) == is_canonical)
        return;
    for (unsigned int i = 0; i < TTY_LINE_BYTES; i++)
        bitmap_clear(tty->line_ends, i);
    tty->line_start = tty->input.got;
    if (is_canonical && ring_count(&tty->input) > 0) {
        bitmap_set(tty->line_ends, (tty->input.put - 1) % TTY_LINE_BYTES);
        tty->line_start = tty->input.put;
    }
    waitq_wake(&tty->readers);
}
