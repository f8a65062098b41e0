/* SPDX-License-Identifier: MIT */
/*
 * What a terminal shows: the output of programs, with newlines as the device
 * wants them, and the echo of what is typed.
 *
 * Called in process context for writes and within interrupts for echo.  Owns
 * the terminal's column.  Invariant: the column is where the cursor would be if
 * only tabs, backspaces, carriage returns and plain characters came, which is
 * what is needed to take an echoed tab or ^X back off the screen.
 * Read next: tty/ldisc.c.
 */
#include <asm/signal.h>

#include "lib/string.h"
#include "tty/tty.h"

#define TAB_COLUMNS 8u
enum { ASCII_DEL = 0x7F, CONTROL_BIT = 0x40 };

static bool tty_is_control(uint8_t c)
{
    return c < ' ' || c == ASCII_DEL;
}

static unsigned int tty_column_after(const struct tty *tty, unsigned int column,
                                     uint8_t c)
{
    switch (c) {
    case '\r':
        return 0;
    case '\b':
        return column > 0 ? column - 1 : 0;
    case '\t':
        return ROUND_DOWN(column + TAB_COLUMNS, TAB_COLUMNS);
    default:
        return tty_is_control(c) || tty_is_continuation(tty, c) ? column
                                                                : column + 1;
    }
}

/* Shows one byte after the changes that c_oflag asks for. */
static void tty_output_byte(struct tty *tty, uint8_t c)
{
    tcflag_t oflag = tty->termios.c_oflag;
    char text = (char)c;

    if (oflag & OPOST) {
        if (c == '\n' && (oflag & ONLCR)) {
            tty->column = 0;
            tty->ops->output(tty, "\r\n", 2);
            return;
        }
        if (c == '\r' && (oflag & ONOCR) && tty->column == 0)
            return;
        if (c == '\r' && (oflag & OCRNL))
            text = '\n';
        if (text == '\n' && (oflag & ONLRET))
            tty->column = 0;
        if (c == '\t' && (oflag & TABDLY) == TAB3) {
            size_t blanks = tty_column_after(tty, tty->column, c) - tty->column;

            tty->column += blanks;
            tty->ops->output(tty, "        ", blanks);
            return;
        }
        if ((oflag & OLCUC) && c >= 'a' && c <= 'z')
            text = (char)(c - 'a' + 'A');
    }
    tty->column = tty_column_after(tty, tty->column, (uint8_t)text);
    tty->ops->output(tty, &text, sizeof(text));
}

/* Bytes between control characters go to the device in one piece. */
void tty_output(struct tty *tty, const char *text, size_t len)
{
    const tcflag_t upper = OPOST | OLCUC;
    bool is_changed = (tty->termios.c_oflag & upper) == upper;
    size_t i = 0;

    while (i < len) {
        size_t start = i;

        while (i < len && !is_changed && !tty_is_control((uint8_t)text[i])) {
            tty->column = tty_column_after(tty, tty->column, (uint8_t)text[i]);
            i++;
        }
        if (i > start)
            tty->ops->output(tty, text + start, i - start);
        else
            tty_output_byte(tty, (uint8_t)text[i++]);
    }
}

void tty_echo_text(struct tty *tty, const char *text)
{
    tty_output(tty, text, strlen(text));
}

void tty_echo(struct tty *tty, uint8_t c)
{
    char text[] = { '^', (char)(c ^ CONTROL_BIT), '\0' };

    if (tty_has_flags(tty, ECHOCTL) && tty_is_control(c) && c != '\t')
        tty_echo_text(tty, text);
    else
        tty_output(tty, (const char *)&c, sizeof(c));
}

/* The column behind the line that is being edited, from the place it began. */
static unsigned int tty_line_end_column(struct tty *tty)
{
    unsigned int column = tty->line_column;

    for (unsigned int i = tty->line_start; i != tty->put; i++) {
        uint8_t c = (uint8_t)tty_cell(tty, i);

        if (tty_is_control(c) && c != '\t')
            column += tty_has_flags(tty, ECHOCTL) ? 2 : 0; /* ^ and X */
        else
            column = tty_column_after(tty, column, c);
    }
    return column;
}

void tty_echo_erase(struct tty *tty, uint8_t c)
{
    if (c == '\t') {
        unsigned int end = tty_line_end_column(tty);

        while (tty->column > end)
            tty_echo_text(tty, "\b");
    } else if (!tty_is_control(c)) {
        tty_echo_text(tty, "\b \b");
    } else if (tty_has_flags(tty, ECHOCTL)) {
        tty_echo_text(tty, "\b \b\b \b");
    }
}

void tty_stop_output(struct tty *tty)
{
    if (tty->is_output_stopped)
        return;
    tty->is_output_stopped = true;
    tty_notice(tty, TIOCPKT_STOP);
}

void tty_start_output(struct tty *tty)
{
    if (!tty->is_output_stopped || tty->is_stopped_by_call)
        return;
    tty->is_output_stopped = false;
    tty_notice(tty, TIOCPKT_START);
    tty_wake_writers(tty);
}

void tty_wake_writers(struct tty *tty)
{
    waitq_wake(&tty->writers);
    if (tty->is_write_cut)
        file_notify(tty, POLL_OUT);
    tty->is_write_cut = false;
}

/* A byte becomes TAB_COLUMNS at most: that part of the device's room will do. */
size_t tty_output_room(const struct tty *tty)
{
    if (tty->is_output_stopped)
        return 0;
    return tty->ops->output_room ? tty->ops->output_room(tty) / TAB_COLUMNS
                                 : TTY_LINE_BYTES;
}

void tty_notice(struct tty *tty, unsigned int what)
{
    if (tty->ops->notice)
        tty->ops->notice(tty, what);
}
