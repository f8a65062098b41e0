/* SPDX-License-Identifier: MIT */
/*
 * The line editor: one line typed at a raw terminal.
 *
 * While a line is edited the terminal neither echoes nor makes signals of
 * keys; each byte comes here, and the screen is redrawn with the sequences
 * that every vt100 knows: \r, ESC [ n A up, ESC [ n C right, ESC [ J clear to
 * the end of the screen.  A long line goes over several rows, so redrawing
 * begins at the row in which the prompt stands.
 *
 * Read next: complete.c for the tab key.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "edit.h"
#include "sh.h"

#define KEY_CTRL(letter) ((letter) - '@')
#define KEY_ESC 27
#define KEY_DEL 127
#define COLUMNS_DEFAULT 80
#define ESC_WAIT_MS 100 /* for the rest of what an arrow key sends */

/* What a key means, beyond bytes that stand for themselves. */
enum key {
    KEY_NONE = 256,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_HOME,
    KEY_END,
    KEY_DELETE,
};

static void edit_write(const char *text, size_t len)
{
    while (len > 0) {
        ssize_t n = write(STDOUT_FILENO, text, len);

        if (n < 0 && errno != EINTR)
            return;
        if (n > 0) {
            text += n;
            len -= n;
        }
    }
}

/* Bytes after the first of a UTF-8 character take no column. */
static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

static int text_columns(const char *text, size_t len)
{
    int columns = 0;
    size_t i;

    for (i = 0; i < len; i++)
        columns += !is_continuation(text[i]);
    return columns;
}

static int screen_columns(void)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
        return COLUMNS_DEFAULT;
    return size.ws_col;
}

/* Draws prompt and line anew and puts the cursor where it belongs. */
void edit_redraw(struct edit *e)
{
    int prompt = text_columns(e->prompt, strlen(e->prompt));
    int end = prompt + text_columns(e->line.text, e->line.len);
    int cursor = prompt + text_columns(e->line.text, e->pos);
    struct buffer out = { 0 };
    char move[32];

    if (e->row > 0) {
        snprintf(move, sizeof(move), "\033[%dA", e->row);
        buffer_append(&out, move, strlen(move));
    }
    buffer_append(&out, "\r\033[J", strlen("\r\033[J"));
    buffer_append(&out, e->prompt, strlen(e->prompt));
    buffer_append(&out, e->line.text, e->line.len);
    if (end > 0 && end % e->columns == 0) /* the cursor hangs at the edge */
        buffer_add(&out, '\n');
    if (end / e->columns > cursor / e->columns) {
        snprintf(move, sizeof(move), "\033[%dA",
                 end / e->columns - cursor / e->columns);
        buffer_append(&out, move, strlen(move));
    }
    if (cursor != end) {
        buffer_add(&out, '\r');
        if (cursor % e->columns) {
            snprintf(move, sizeof(move), "\033[%dC", cursor % e->columns);
            buffer_append(&out, move, strlen(move));
        }
    }
    e->row = cursor / e->columns;
    edit_write(out.text, out.len);
    buffer_free(&out);
}

/* Inserts TEXT at the cursor; at the line's end it is simply printed. */
void edit_insert(struct edit *e, const char *text, size_t len)
{
    bool at_end = e->pos == e->line.len;
    int end;

    buffer_append(&e->line, text, len);
    memmove(e->line.text + e->pos + len, e->line.text + e->pos,
            e->line.len - len - e->pos);
    memcpy(e->line.text + e->pos, text, len);
    e->pos += len;
    end = text_columns(e->prompt, strlen(e->prompt)) +
          text_columns(e->line.text, e->line.len);
    if (at_end && end % e->columns != 0 && end / e->columns == e->row)
        edit_write(text, len);
    else
        edit_redraw(e);
}

static void edit_delete(struct edit *e, size_t from, size_t to)
{
    if (from == to)
        return;
    memmove(e->line.text + from, e->line.text + to, e->line.len - to + 1);
    e->line.len -= to - from;
    e->pos = from;
    edit_redraw(e);
}

static size_t char_before(const struct edit *e, size_t pos)
{
    while (pos > 0 && is_continuation(e->line.text[--pos]))
        ;
    return pos;
}

static size_t char_after(const struct edit *e, size_t pos)
{
    while (pos < e->line.len && is_continuation(e->line.text[++pos]))
        ;
    return pos;
}

/* Where the word before the cursor begins. */
static size_t word_start(const struct edit *e)
{
    size_t i = e->pos;

    while (i > 0 && e->line.text[i - 1] == ' ')
        i--;
    while (i > 0 && e->line.text[i - 1] != ' ')
        i--;
    return i;
}

static void edit_move(struct edit *e, size_t pos)
{
    if (pos != e->pos) {
        e->pos = pos;
        edit_redraw(e);
    }
}

/* Shows the line STEP further back; the line being typed is kept. */
static void edit_history(struct edit *e, int step)
{
    int back = e->back + step;
    const char *text = back == 0 ? e->typed : history_get(back);

    if (text == NULL)
        return;
    if (e->back == 0) {
        free(e->typed);
        e->typed = mem_copy(e->line.text);
        if (back == 0)
            text = e->typed;
    }
    e->back = back;
    e->line.len = 0;
    buffer_append(&e->line, text, strlen(text));
    e->pos = e->line.len;
    edit_redraw(e);
}

static int byte_read(void)
{
    unsigned char c;
    ssize_t n;

    do
        n = read(STDIN_FILENO, &c, 1);
    while (n < 0 && errno == EINTR);
    return n == 1 ? c : -1;
}

/* After ESC: the keys that send more than one byte. */
static int key_read_escape(void)
{
    struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };
    int c, number = 0;

    if (poll(&fd, 1, ESC_WAIT_MS) == 0)
        return KEY_NONE; /* the key Esc itself */
    c = byte_read();
    if (c != '[' && c != 'O')
        return KEY_NONE;
    for (c = byte_read(); (c >= '0' && c <= '9') || c == ';'; c = byte_read())
        number = c == ';' ? number : number * 10 + (c - '0');
    switch (c) {
    case 'A':
        return KEY_UP;
    case 'B':
        return KEY_DOWN;
    case 'C':
        return KEY_RIGHT;
    case 'D':
        return KEY_LEFT;
    case 'H':
        return KEY_HOME;
    case 'F':
        return KEY_END;
    case '~':
        return number == 1 || number == 7   ? KEY_HOME
               : number == 4 || number == 8 ? KEY_END
               : number == 3                ? KEY_DELETE
                                            : KEY_NONE;
    default:
        return c == -1 ? -1 : KEY_NONE;
    }
}

static int key_read(void)
{
    int c = byte_read();

    return c == KEY_ESC ? key_read_escape() : c;
}

/* Keys that move the cursor or choose a line; false: KEY is another. */
static bool key_moves(struct edit *e, int key)
{
    switch (key) {
    case KEY_LEFT:
    case KEY_CTRL('B'):
        edit_move(e, char_before(e, e->pos));
        return true;
    case KEY_RIGHT:
    case KEY_CTRL('F'):
        edit_move(e, char_after(e, e->pos));
        return true;
    case KEY_HOME:
    case KEY_CTRL('A'):
        edit_move(e, 0);
        return true;
    case KEY_END:
    case KEY_CTRL('E'):
        edit_move(e, e->line.len);
        return true;
    case KEY_UP:
    case KEY_CTRL('P'):
        edit_history(e, 1);
        return true;
    case KEY_DOWN:
    case KEY_CTRL('N'):
        edit_history(e, -1);
        return true;
    default:
        return false;
    }
}

/* Keys that change the line. */
static void key_changes(struct edit *e, int key)
{
    char c = (char)key;

    switch (key) {
    case KEY_CTRL('H'):
    case KEY_DEL:
        edit_delete(e, char_before(e, e->pos), e->pos);
        break;
    case KEY_DELETE:
    case KEY_CTRL('D'):
        edit_delete(e, e->pos, char_after(e, e->pos));
        break;
    case KEY_CTRL('K'):
        edit_delete(e, e->pos, e->line.len);
        break;
    case KEY_CTRL('U'):
        edit_delete(e, 0, e->pos);
        break;
    case KEY_CTRL('W'):
        edit_delete(e, word_start(e), e->pos);
        break;
    case KEY_CTRL('L'):
        edit_write("\033[H\033[2J", strlen("\033[H\033[2J"));
        e->row = 0;
        edit_redraw(e);
        break;
    case '\t':
        edit_complete(e);
        break;
    default:
        if (key < KEY_NONE && key >= ' ')
            edit_insert(e, &c, 1);
    }
}

/* Waits for a key; under set -b it tells meanwhile what happens to jobs.  SIGCHLD
 * is let in only while it sleeps, so none can come just before that. */
static void edit_wait(struct edit *e)
{
    struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };
    sigset_t child, old;

    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, &old);
    do {
        jobs_reap();
        if (jobs_have_changed()) {
            edit_write("\n", 1);
            jobs_notify();
            e->row = 0;
            edit_redraw(e);
        }
    } while (ppoll(&fd, 1, NULL, &old) < 0 && errno == EINTR);
    sigprocmask(SIG_SETMASK, &old, NULL);
}

static int edit_loop(struct edit *e)
{
    int key;

    for (;;) {
        if (sh.opt_notify)
            edit_wait(e);
        key = key_read();
        if (key == -1 || (key == KEY_CTRL('D') && e->line.len == 0))
            return 0;
        if (key == '\r' || key == '\n')
            return 1;
        if (key == KEY_CTRL('C'))
            return -1;
        if (!key_moves(e, key))
            key_changes(e, key);
    }
}

/* Lets the user edit a line: 1 it is in OUT, 0 end of input, -1 ctrl-C. */
int edit_line(const char *prompt, struct buffer *out)
{
    struct edit e = { .prompt = prompt, .columns = screen_columns() };
    struct termios raw;
    int result;

    fflush(stdout);
    if (tcgetattr(STDIN_FILENO, &jobs_modes) < 0)
        return 0;
    raw = jobs_modes;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
    raw.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
    buffer_append(&e.line, "", 0);
    edit_write(prompt, strlen(prompt));
    result = edit_loop(&e);
    edit_move(&e, e.line.len);
    /* First the modes: who sees the new line may press ctrl-C at once. */
    tcsetattr(STDIN_FILENO, TCSADRAIN, &jobs_modes);
    if (result != 0)
        edit_write(result > 0 ? "\n" : "^C\n", result > 0 ? 1 : 3);
    free(e.typed);
    *out = e.line;
    return result;
}
