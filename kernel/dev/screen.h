/* SPDX-License-Identifier: MIT */
/*
 * A terminal's screen as an array of cells: what vga.c shows.
 *
 * screen_write takes the text of programs, with the control characters and
 * escape sequences of ECMA-48 that a vt100 has too, and colours, and changes
 * cells and cursor.  It touches no device, so it is tested on the developer's
 * machine.
 */
#pragma once

#include "lib/types.h"

#define SCREEN_COLUMNS 80
#define SCREEN_ROWS 25
#define SCREEN_CELLS (SCREEN_COLUMNS * SCREEN_ROWS)

#define SCREEN_PARAMS_MAX 8

struct screen {
    uint16_t *cells; /* low byte: the character; high byte: VGA colours */
    int row, column; /* at SCREEN_COLUMNS the next character starts a row */

    /* How characters look. */
    uint8_t foreground, background; /* VGA colours, 0 to 7 */
    bool is_bold, is_reverse;

    /* The escape sequence that is being read. */
    enum {
        SCREEN_TEXT,
        SCREEN_ESCAPE,   /* after ESC */
        SCREEN_SEQUENCE, /* after ESC [ */
        SCREEN_CHARSET,  /* after ESC ( or ESC ): one more to skip */
    } state;
    int params[SCREEN_PARAMS_MAX];
    int param_count;
};

/* Empties SCREEN, whose cells are given. */
void screen_init(struct screen *screen, uint16_t *cells);
void screen_write(struct screen *screen, const char *text, size_t len);
