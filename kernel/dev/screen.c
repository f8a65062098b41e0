/* SPDX-License-Identifier: MIT */
/*
 * What a program's text does to the screen: characters, control characters and
 * the escape sequences of ECMA-48 (fifth edition, section 8.3).
 *
 * Called by vga.c, also from an interrupt (echo) and from a panic.  Owns
 * nothing; the screen belongs to the caller.  Invariant: row and column stay
 * inside the screen whatever bytes come, but for the column just behind the
 * last: there the next character starts a new row.
 * Read next: dev/vga.c.
 */
#include "dev/screen.h"

#include "lib/string.h"

enum {
    SCREEN_ESC = 0x1B,
    SCREEN_DEL = 0x7F,
    SCREEN_TAB = 8,
    SCREEN_GREY = 7,
    SCREEN_PARAM_LIMIT = 9999,
};

static uint16_t screen_cell(const struct screen *s, char c)
{
    unsigned int fore = s->is_reverse ? s->background : s->foreground;
    unsigned int back = s->is_reverse ? s->foreground : s->background;
    unsigned int bright = s->is_bold ? 8 : 0; /* the intensity bit */

    return (uint16_t)((back << 4 | fore | bright) << 8 | (uint8_t)c);
}

/* Blanks COUNT cells from FIRST on, within the screen. */
static void screen_blank(struct screen *s, int first, int count)
{
    uint16_t blank = screen_cell(s, ' ');

    for (int i = first; i < first + count; i++)
        s->cells[i] = blank;
}

/* To the next row; at the last one the screen scrolls up. */
static void screen_line_feed(struct screen *s)
{
    const int kept = SCREEN_CELLS - SCREEN_COLUMNS;

    if (s->row + 1 < SCREEN_ROWS) {
        s->row++;
        return;
    }
    memmove(s->cells, s->cells + SCREEN_COLUMNS, kept * sizeof(s->cells[0]));
    screen_blank(s, kept, SCREEN_COLUMNS);
}

static int screen_clamp(int value, int count)
{
    return value < 0 ? 0 : MIN(value, count - 1);
}

static void screen_move(struct screen *s, int row, int column)
{
    s->row = screen_clamp(row, SCREEN_ROWS);
    s->column = screen_clamp(column, SCREEN_COLUMNS);
}

static void screen_put(struct screen *s, char c)
{
    if (s->column == SCREEN_COLUMNS) {
        s->column = 0;
        screen_line_feed(s);
    }
    s->cells[s->row * SCREEN_COLUMNS + s->column++] = screen_cell(s, c);
}

void screen_init(struct screen *screen, uint16_t *cells)
{
    *screen = (struct screen){ .cells = cells, .foreground = SCREEN_GREY };
    screen_blank(screen, 0, SCREEN_CELLS);
}

/* Parameter N, where 0 and none mean FALLBACK. */
static int screen_param(const struct screen *s, int n, int fallback)
{
    return n < s->param_count && s->params[n] > 0 ? s->params[n] : fallback;
}

/* ESC [ m: colours are those of VGA with red and blue changed about. */
static void screen_set_look(struct screen *s, int code)
{
    static const uint8_t colours[] = { 0, 4, 2, 6, 1, 5, 3, 7 };

    if (code == 0) {
        s->foreground = SCREEN_GREY;
        s->background = 0;
        s->is_bold = s->is_reverse = false;
    } else if (code == 1) {
        s->is_bold = true;
    } else if (code == 7) {
        s->is_reverse = true;
    } else if (code >= 30 && code <= 37) {
        s->foreground = colours[code - 30];
    } else if (code == 39) {
        s->foreground = SCREEN_GREY;
    } else if (code >= 40 && code <= 47) {
        s->background = colours[code - 40];
    } else if (code == 49) {
        s->background = 0;
    }
}

/* Blanks, of COUNT cells from FIRST on, those that the parameter says: from the
 * cursor on (0), up to it (1), or all. */
static void screen_erase(struct screen *s, int first, int count)
{
    int part = screen_param(s, 0, 0);
    int cursor = s->row * SCREEN_COLUMNS +
                 screen_clamp(s->column, SCREEN_COLUMNS);
    int from = part == 0 ? cursor : first;
    int end = part == 1 ? cursor + 1 : first + count;

    screen_blank(s, from, end - from);
}

/* ESC [ parameters FINAL. What is not known does nothing. */
static void screen_sequence(struct screen *s, char final)
{
    static const int down[] = { -1, 1, 0, 0 }, right[] = { 0, 0, 1, -1 };
    int n = screen_param(s, 0, 1), way = final - 'A';

    switch (final) {
    case 'A' ... 'D':
        screen_move(s, s->row + n * down[way], s->column + n * right[way]);
        break;
    case 'G':
        screen_move(s, s->row, n - 1);
        break;
    case 'd':
        screen_move(s, n - 1, s->column);
        break;
    case 'H':
    case 'f':
        screen_move(s, n - 1, screen_param(s, 1, 1) - 1);
        break;
    case 'J':
        screen_erase(s, 0, SCREEN_CELLS);
        break;
    case 'K':
        screen_erase(s, s->row * SCREEN_COLUMNS, SCREEN_COLUMNS);
        break;
    case 'm':
        for (int i = 0; i < s->param_count; i++)
            screen_set_look(s, s->params[i]);
        break;
    default:
        break;
    }
}

/* The byte C inside a sequence: a digit, a separator, or its end. */
static void screen_sequence_byte(struct screen *s, char c)
{
    int *param = &s->params[s->param_count - 1];

    if (c >= '0' && c <= '9') {
        *param = MIN(*param * 10 + (c - '0'), SCREEN_PARAM_LIMIT);
    } else if (c == ';' && s->param_count < SCREEN_PARAMS_MAX) {
        s->params[s->param_count++] = 0;
    } else if (c >= '@' && c <= '~') {
        s->state = SCREEN_TEXT;
        screen_sequence(s, c);
    }
}

/* The byte behind ESC: all sequences but two kinds end with it. */
static void screen_escape_byte(struct screen *s, char c)
{
    s->state = SCREEN_TEXT;
    if (c == '[') {
        s->state = SCREEN_SEQUENCE;
        s->param_count = 1;
        s->params[0] = 0;
    } else if (c == '(' || c == ')') {
        s->state = SCREEN_CHARSET;
    }
}

/* Returns: whether C was a control character, which works in any state. */
static bool screen_control(struct screen *s, char c)
{
    switch (c) {
    case '\r':
        s->column = 0;
        return true;
    case '\n':
    case '\v':
    case '\f':
        screen_line_feed(s);
        return true;
    case '\b':
        screen_move(s, s->row, s->column - 1);
        return true;
    case '\t':
        screen_move(s, s->row, ROUND_DOWN(s->column + SCREEN_TAB, SCREEN_TAB));
        return true;
    case SCREEN_ESC:
        s->state = SCREEN_ESCAPE;
        return true;
    default:
        return (uint8_t)c < ' ' || c == SCREEN_DEL;
    }
}

void screen_write(struct screen *screen, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = text[i];

        if (screen_control(screen, c))
            continue;
        switch (screen->state) {
        case SCREEN_TEXT:
            screen_put(screen, c);
            break;
        case SCREEN_ESCAPE:
            screen_escape_byte(screen, c);
            break;
        case SCREEN_SEQUENCE:
            screen_sequence_byte(screen, c);
            break;
        case SCREEN_CHARSET:
            screen->state = SCREEN_TEXT;
            break;
        }
    }
}
