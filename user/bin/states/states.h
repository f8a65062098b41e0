/* SPDX-License-Identifier: MIT */
/* What the files of states offer each other. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#define NAME_BYTES  16
#define CAUSE_BYTES 64

/* OSTEP's states; GONE: its parent has waited for it. */
enum state { NEW, READY, RUNNING, BLOCKED, STOPPED, ZOMBIE, GONE, STATES };

/* ---- stream.c: the trace, row by row ---- */

enum field { TIME, PID, EVENT, FROM, TO, CAUSE, FIELDS };

struct event {
    char fields[FIELDS][CAUSE_BYTES];
};

/* Returns: false if there is no such file. */
bool stream_open(const char *path);
/* The next row. Returns: false if there is none as yet. */
bool stream_read(struct event *event);

/* ---- model.c: who is in which state ---- */

struct token {
    int pid;
    enum state state;
    char name[NAME_BYTES];
};

/* A change of state, and why. */
struct step {
    struct token who; /* as it is after the step */
    enum state from;
    char cause[CAUSE_BYTES];
};

/* Takes what EVENT tells. Returns: whether it was a step. */
bool model_take(const struct event *event, struct step *step);
/* The next process in STATE, by pid; NULL: the first, or there is none. */
const struct token *model_next(enum state state, const struct token *after);
long model_lost(void);
const char *state_name(enum state state);

/* ---- draw.c: the diagram ---- */

/* The arrow of STEP shows its cause, for some pictures. */
void arrow_flash(const struct step *step);
/* IS_SCREEN: over the last picture, with the arrows that flash in reverse video. */
void picture_draw(bool is_screen);
