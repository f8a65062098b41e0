/* SPDX-License-Identifier: MIT */
/*
 * The screen: text and escape sequences leave the right characters and cursor.
 *
 * Sources: kernel/dev/screen.c kernel/lib/string.c
 */
#include "dev/screen.h"

#include "lib/string.h"
#include "tap.h"

static uint16_t cells[SCREEN_CELLS];
static struct screen screen;

static void show(const char *text)
{
    screen_write(&screen, text, strlen(text));
}

static void fresh(const char *text)
{
    screen_init(&screen, cells);
    show(text);
}

/* A row's text without the blanks at its end. */
static const char *row_text(int row)
{
    static char text[SCREEN_COLUMNS + 1];
    int len = SCREEN_COLUMNS;

    for (int i = 0; i < SCREEN_COLUMNS; i++)
        text[i] = (char)cells[row * SCREEN_COLUMNS + i];
    while (len > 0 && text[len - 1] == ' ')
        len--;
    text[len] = '\0';
    return text;
}

static void cursor_is(int row, int column, const char *what)
{
    tap_is(screen.row * 1000 + screen.column, row * 1000 + column, what);
}

static void test_text(void)
{
    char digits[SCREEN_COLUMNS + 1];

    fresh("one\r\ntwo\nthree");
    tap_is_text(row_text(0), "one", "the first row");
    tap_is_text(row_text(2), "   three", "a line feed keeps the column");
    fresh("abc\bX\tY");
    tap_is_text(row_text(0), "abX     Y", "backspace and tab move");
    memset(digits, '5', SCREEN_COLUMNS);
    digits[SCREEN_COLUMNS] = '\0';
    fresh(digits);
    cursor_is(0, SCREEN_COLUMNS, "a full row does not begin the next");
    show("6");
    tap_is_text(row_text(1), "6", "the character behind it does");
    fresh("");
    for (int i = 0; i < SCREEN_ROWS; i++)
        show(i == 0 ? "first" : i == 1 ? "\r\nsecond" : "\r\n");
    show("\r\nlast");
    tap_is_text(row_text(0), "second", "the screen scrolls");
    tap_is_text(row_text(SCREEN_ROWS - 1), "last", "to a new last row");
}

static void test_sequences(void)
{
    fresh("\033[3;5Hx\033[A\033[2Dy");
    tap_is_text(row_text(2), "    x", "the cursor goes to row 3, column 5");
    tap_is_text(row_text(1), "   y", "and up and left from there");
    fresh("\033[999;999Hx\033[999A\033[999Dy");
    tap_is_text(row_text(0), "y", "no sequence leaves the screen");
    fresh("abcdef\033[3D\033[K");
    tap_is_text(row_text(0), "abc", "erase to the end of the row");
    fresh("abcdef\033[3D\033[1K");
    tap_is_text(row_text(0), "    ef", "erase up to the cursor");
    fresh("one\r\ntwo\033[2J");
    tap_is_text(row_text(0), "", "erase all");
    cursor_is(1, 3, "the cursor stays");
    fresh("one\r\ntwo\r\nthree\033[2;2H\033[J");
    tap_is_text(row_text(1), "t", "erase from the cursor on");
    tap_is_text(row_text(2), "", "and the rows below");
    fresh("ab\033(Bc\033[?25ld");
    tap_is_text(row_text(0), "abcd", "what is unknown is not seen");
}

static void test_looks(void)
{
    fresh("\033[1;31;44mr\033[0mn\033[7mv\033[mw");
    tap_is(cells[0] >> 8, 0x1C, "bold red on blue");
    tap_is(cells[1] >> 8, 0x07, "0 is grey on black");
    tap_is(cells[2] >> 8, 0x70, "reverse");
    tap_is(cells[3] >> 8, 0x07, "no number means 0");
}

static void test_nonsense(void)
{
    uint32_t random = 1;
    bool is_inside = true;

    for (int i = 0; i < 300000; i++) {
        static const char bytes[] =
            "\033\033[[[;0159?ABCDGHJKLMPX@dfhmsu\n\r\t\bx";

        random = random * 1664525 + 1013904223;
        screen_write(&screen, &bytes[(random >> 16) % (sizeof(bytes) - 1)], 1);
        is_inside &= screen.row >= 0 && screen.row < SCREEN_ROWS &&
                     screen.column >= 0 && screen.column <= SCREEN_COLUMNS;
    }
    tap_ok(is_inside, "300,000 random bytes keep the cursor on the screen");
}

int main(void)
{
    test_text();
    test_sequences();
    test_looks();
    test_nonsense();
    return tap_done();
}
