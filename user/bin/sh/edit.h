/* SPDX-License-Identifier: MIT */
/* The line being edited: what edit.c and complete.c share. */
#pragma once

#include "sh.h"

struct edit {
    const char *prompt;
    struct buffer line;
    size_t pos;  /* of the cursor in the line */
    int row;     /* of the cursor on the screen, from the prompt's row */
    int columns; /* of the screen */
    int back;    /* lines back in the history; 0: the line being typed, */
    char *typed; /* which is kept here meanwhile */
};

/* Draws prompt and line anew, from the prompt's row on. */
void edit_redraw(struct edit *e);

/* Inserts LEN bytes of TEXT at the cursor. */
void edit_insert(struct edit *e, const char *text, size_t len);
