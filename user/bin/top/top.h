/* SPDX-License-Identifier: MIT */
/* What top's files share: samples, and how they are shown. */
#pragma once

#include <procread.h>
#include <stdbool.h>

#define HZ 100 /* of the times in /proc: sysconf(_SC_CLK_TCK) */

/* One process in a sample, with its share of the CPU since the one before. */
struct row {
    const struct procinfo *p;
    unsigned long cpu; /* tenths of a percent of one CPU */
};

/* The machine at one moment. */
struct sample {
    struct procinfo *list; /* in the order of process ids */
    int count;
    struct row *rows; /* in the order of the sort key */
    struct cputimes cpu;
    struct meminfo memory;
    unsigned long long uptime; /* ticks */
    /* Tenths of a percent of all CPU time since the sample before: */
    unsigned long user, system, idle;
};

enum sort_key {
    SORT_CPU = 'P',
    SORT_MEMORY = 'M',
    SORT_PID = 'N',
    SORT_TIME = 'T'
};

/* Takes a sample; figures are relative to BEFORE, or to the start if NULL. */
bool sample_take(struct sample *now, const struct sample *before);
void sample_sort(struct sample *s, enum sort_key key);
void sample_free(struct sample *s);

/* Where lines go: SCREEN clears what the lines before left behind. */
struct view {
    int rows, columns; /* rows 0: as many as there are */
    bool screen;
};
#define VIEW_MESSAGE_ROW 5 /* this line is free for questions */
void draw_sample(const struct sample *s, const struct view *v);
void draw_help(void);
