/* SPDX-License-Identifier: MIT */
/*
 * The diagram: a box for each state with its processes in it, and the arrows.
 *
 * It is a picture of characters, written over by what changes: the processes in the
 * boxes, and at an arrow that was taken the cause in place of its usual one.
 */
#include <stdio.h>
#include <string.h>

#include "states.h"

#define ROWS           20
#define COLUMNS        78
#define LABEL          19 /* columns for a cause */
#define FLASH_PICTURES 5
#define LAST_STEPS     3

#define CURSOR_HOME "\033[H"
#define CLEAR_LINE  "\033[K"
#define CLEAR_BELOW "\033[J"
#define REVERSE     "\033[7m"
#define NORMAL      "\033[m"

static const char picture[ROWS][COLUMNS + 1] = {
    "+- NEW --------------------+                    +- ZOMBIE -----------------+",
    "|                          |                    |                          |-+",
    "+--------------------------+                    +--------------------------+ |",
    "      |                                               ^                      v",
    "      v                                               |",
    "+- READY ------------------+                    +- RUNNING ----------------+",
    "|                          | -----------------> |                          |",
    "|                          |                    |                          |",
    "|                          | <----------------- |                          |",
    "+--------------------------+                    +--------------------------+",
    "   ^                ^                              |                   |",
    "   |                |                              |                   |",
    "   |                |                              v                   |",
    "   |        +- BLOCKED --------------------------------------+         |",
    "   |        |                                                |         |",
    "   |        +------------------------------------------------+         |",
    "   |                                                                   v",
    "+- STOPPED ----------------------------------------------------------------+",
    "|                                                                          |",
    "+--------------------------------------------------------------------------+",
};

/* The inside of a box. */
static const struct box {
    int row, column, rows, columns;
} boxes[GONE] = {
    [NEW] = { 1, 2, 1, 25 },       [ZOMBIE] = { 1, 50, 1, 25 },
    [READY] = { 6, 2, 3, 25 },     [RUNNING] = { 6, 50, 3, 25 },
    [BLOCKED] = { 14, 14, 1, 47 }, [STOPPED] = { 18, 2, 1, 73 },
};

/* An arrow: where it is drawn, and where its cause stands. */
static struct arrow {
    enum state from, to;
    int row, column, rows, columns;
    int label_row, label_column;
    const char *usual; /* cause */
    char cause[CAUSE_BYTES];
    int pictures; /* in which it still flashes */
} arrows[] = {
    { NEW, READY, 3, 6, 2, 1, 3, 8, "forked", "", 0 },
    { READY, RUNNING, 6, 29, 1, 18, 5, 29, "scheduled", "", 0 },
    { RUNNING, READY, 8, 29, 1, 18, 7, 29, "descheduled", "", 0 },
    { RUNNING, ZOMBIE, 3, 54, 2, 1, 4, 56, "exited", "", 0 },
    { RUNNING, BLOCKED, 10, 51, 3, 1, 11, 53, "I/O initiate", "", 0 },
    { BLOCKED, READY, 10, 20, 3, 1, 11, 22, "I/O done", "", 0 },
    { RUNNING, STOPPED, 10, 71, 7, 1, 10, 62, "stopped", "", 0 },
    { STOPPED, READY, 10, 3, 7, 1, 10, 5, "continued", "", 0 },
    { ZOMBIE, GONE, 1, 77, 3, 1, 3, 66, "waited for", "", 0 },
};

#define ARROWS (sizeof(arrows) / sizeof(arrows[0]))

static struct step last_steps[LAST_STEPS]; /* the newest one first */
static char canvas[ROWS][COLUMNS];
static bool is_bright[ROWS][COLUMNS];

void arrow_flash(const struct step *step)
{
    memmove(&last_steps[1], &last_steps[0], sizeof(last_steps) - sizeof(*step));
    last_steps[0] = *step;
    for (size_t i = 0; i < ARROWS; i++) {
        if (arrows[i].from != step->from || arrows[i].to != step->who.state)
            continue;
        strcpy(arrows[i].cause, step->cause);
        arrows[i].pictures = FLASH_PICTURES;
    }
}

static void text_put(int row, int column, const char *text, bool is_flashing)
{
    for (; *text && column < COLUMNS; column++) {
        canvas[row][column] = *text++;
        is_bright[row][column] = is_flashing;
    }
}

static void arrow_put(struct arrow *arrow, bool is_screen)
{
    bool is_flashing = is_screen && arrow->pictures > 0;
    char label[LABEL + 1];

    snprintf(label, sizeof(label), "%s", is_flashing ? arrow->cause : arrow->usual);
    text_put(arrow->label_row, arrow->label_column, label, is_flashing);
    for (int row = arrow->row; row < arrow->row + arrow->rows; row++)
        memset(&is_bright[row][arrow->column], is_flashing, (size_t)arrow->columns);
    arrow->pictures -= is_flashing;
}

/* The processes in a box, line by line; how many have no room. */
static void box_put(enum state state)
{
    const struct box *box = &boxes[state];
    const struct token *token = NULL;
    int row = 0, column = 0, rest = 0;
    char text[NAME_BYTES + 16];

    while ((token = model_next(state, token)) != NULL) {
        int length = snprintf(text, sizeof(text), "%d:%s", token->pid, token->name);

        if (column + length > box->columns) {
            row++;
            column = 0;
        }
        if (row >= box->rows) {
            rest++;
            continue;
        }
        text_put(box->row + row, box->column + column, text, false);
        column += length + 1;
    }
    snprintf(text, sizeof(text), "+%d", rest);
    if (rest)
        text_put(box->row - 1, box->column + box->columns - (int)strlen(text), text,
                 false);
}

/* A row, up to its last character that is no blank. */
static void row_print(int row, bool is_screen)
{
    bool is_reverse = false;
    int end = COLUMNS;

    while (end > 0 && canvas[row][end - 1] == ' ')
        end--;
    for (int column = 0; column < end; column++) {
        if (is_screen && is_bright[row][column] != is_reverse) {
            is_reverse = !is_reverse;
            printf("%s", is_reverse ? REVERSE : NORMAL);
        }
        putchar(canvas[row][column]);
    }
    printf("%s%s\n", is_reverse ? NORMAL : "", is_screen ? CLEAR_LINE : "");
}

static void steps_print(bool is_screen)
{
    for (int i = LAST_STEPS - 1; i >= 0; i--) {
        const struct step *step = &last_steps[i];

        if (step->who.pid)
            printf("%d %s: %s to %s, %s", step->who.pid, step->who.name,
                   state_name(step->from), state_name(step->who.state), step->cause);
        if (step->who.pid || is_screen)
            printf("%s\n", is_screen ? CLEAR_LINE : "");
    }
}

void picture_draw(bool is_screen)
{
    memset(canvas, ' ', sizeof(canvas));
    memset(is_bright, 0, sizeof(is_bright));
    for (int row = 0; row < ROWS; row++)
        text_put(row, 0, picture[row], false);
    for (size_t i = 0; i < ARROWS; i++)
        arrow_put(&arrows[i], is_screen);
    for (enum state state = NEW; state < GONE; state++)
        box_put(state);
    printf("%s", is_screen ? CURSOR_HOME : "");
    for (int row = 0; row < ROWS; row++)
        row_print(row, is_screen);
    steps_print(is_screen);
    if (model_lost())
        printf("%ld events are lost%s\n", model_lost(), is_screen ? CLEAR_LINE : "");
    printf("%s", is_screen ? CLEAR_BELOW : "");
    fflush(stdout);
}
