/* SPDX-License-Identifier: MIT */
/*
 * ps --sort=KEY,...: in the order of columns; a minus before a key turns its
 * order round.
 *
 * What is compared is what the columns show: text by its characters, numbers
 * and times, which fill their column from the right, first by their length.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ps.h"

#define KEYS_MAX 8
#define CELL_BYTES 256

static struct {
    const struct column *column;
    bool is_reversed;
    bool by_start; /* a date is no number */
} keys[KEYS_MAX];
static int key_count;

void sort_by(const char *list)
{
    for (;; list++) {
        bool is_reversed = *list == '-';
        char name[32] = "";
        size_t len;

        list += *list == '-' || *list == '+';
        len = strcspn(list, ",");
        if (key_count == KEYS_MAX || !column_find(list, len)) {
            fprintf(stderr, "ps: %s: no such column to sort by\n", list);
            exit(1);
        }
        keys[key_count].column = column_find(list, len);
        keys[key_count].is_reversed = is_reversed;
        strncpy(name, list, len < sizeof(name) ? len : sizeof(name) - 1);
        keys[key_count++].by_start = list_has("start,start_time,stime,lstart",
                                              name);
        list += len;
        if (!*list)
            break;
    }
}

static int number_compare(const char *a, const char *b)
{
    int sign = *a == '-' ? -1 : 1;

    if ((*a == '-') != (*b == '-'))
        return sign;
    if (strlen(a) != strlen(b))
        return strlen(a) < strlen(b) ? -sign : sign;
    return sign * strcmp(a, b);
}

static int process_compare(const void *a, const void *b)
{
    const struct procinfo *p = a, *q = b;
    char x[CELL_BYTES], y[CELL_BYTES];
    int i, order = 0;

    for (i = 0; i < key_count && order == 0; i++) {
        keys[i].column->write(x, sizeof(x), p);
        keys[i].column->write(y, sizeof(y), q);
        if (keys[i].by_start)
            order = p->start < q->start ? -1 : p->start > q->start;
        else if (keys[i].column->width < 0)
            order = strcmp(x, y);
        else
            order = number_compare(x, y);
        order = keys[i].is_reversed ? -order : order;
    }
    return order ? order : (int)p->pid - (int)q->pid;
}

void processes_sort(struct procinfo *list, int count)
{
    if (key_count)
        qsort(list, count, sizeof(*list), process_compare);
}
