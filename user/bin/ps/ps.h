/* SPDX-License-Identifier: MIT */
/* The columns of ps: what columns.c knows and main.c prints. */
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
