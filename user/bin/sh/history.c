/* SPDX-License-Identifier: MIT */
/*
 * The lines that were typed: a ring of the last HISTORY_LINES.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sh.h"

#define HISTORY_LINES 200

static char *history[HISTORY_LINES];
static int history_count; /* lines ever added */

/* The line BACK lines ago, 1 being the last; NULL: there is none. */
const char *history_get(int back)
{
    if (back < 1 || back > history_count || back > HISTORY_LINES)
        return NULL;
    return history[(history_count - back) % HISTORY_LINES];
}

/* A line that repeats the one before it is not kept twice. */
void history_add(const char *line)
{
    const char *last = history_get(1);
    char **slot = &history[history_count % HISTORY_LINES];

    if (line[strspn(line, " \t")] == '\0' || (last && !strcmp(last, line)))
        return;
    free(*slot);
    *slot = mem_copy(line);
    history_count++;
}

void history_print(void)
{
    int back = history_count < HISTORY_LINES ? history_count : HISTORY_LINES;

    for (; back > 0; back--)
        printf("%5d  %s\n", history_count - back + 1, history_get(back));
}
