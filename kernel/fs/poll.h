/* SPDX-License-Identifier: MIT */
/*
 * Waiting for a file among others: poll(2).
 *
 * A file's poll operation returns what is possible now, and names to the table
 * each wait queue that is woken when that may change.  The caller has one table
 * for each file, with a waiter for each queue; they must stay in place until
 * poll_unwatch.  A TABLE of NULL only asks.
 * Read next: sys/sys_poll.c.
 */
#pragma once

#include <asm/poll.h>

#include "lib/panic.h"
#include "proc/sleep.h"

#define POLL_QUEUES_MAX 2u /* a terminal's: for reading and for writing */

struct poll_table {
    unsigned int used;
    struct waiter waiters[POLL_QUEUES_MAX];
};

/* Watches QUEUE until poll_unwatch. TABLE may be NULL. */
static inline void poll_watch(struct poll_table *table, struct waitq *queue)
{
    if (!table)
        return;
    ASSERT(table->used < POLL_QUEUES_MAX);
    waiter_add(&table->waiters[table->used++], queue);
}

static inline void poll_unwatch(struct poll_table *table)
{
    while (table->used > 0)
        waiter_remove(&table->waiters[--table->used]);
}
