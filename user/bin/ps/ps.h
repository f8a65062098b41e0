/* SPDX-License-Identifier: MIT */
/* What the files of ps share: columns, the choice of processes, the order. */
#pragma once

#include <procread.h>

#define HZ 100 /* of the times in /proc: sysconf(_SC_CLK_TCK) */

/* Writes one cell of a column: what it says about process P. */
typedef void cell_writer(char *out, size_t size, const struct procinfo *p);

struct column {
    const char *name, *header;
    int width; /* negative: filled from the left */
    cell_writer *write;
};

/* The column that the LEN characters at NAME name, or NULL. */
const struct column *column_find(const char *name, size_t len);

/* What some columns are relative to; main() reads it first. */
struct machine {
    struct cputimes cpu; /* for the time of boot */
    struct meminfo memory;
    unsigned long long uptime; /* in ticks */
};
extern struct machine machine;

/* What the command line chooses; see select.c. */
struct selection {
    bool all, no_leaders, with_tty, inverted; /* -A, -d, -a, -N */
    bool bsd, others, without_tty;            /* a and x, as BSD means them */
    char *pids, *sessions, *names, *users, *ttys;
};
extern struct selection want;

/* Adds MORE to a list, malloc'd or NULL.  Is TEXT an item of it? */
void list_append(char **list, const char *more);
bool list_has(const char *list, const char *text);

/* Is P to be shown to ME, who asked? */
bool is_wanted(const struct procinfo *p, const struct procinfo *me);

/* Takes the keys after --sort, or exits; then sorts by them, if there are any.
 */
void sort_by(const char *list);
void processes_sort(struct procinfo *list, int count);
