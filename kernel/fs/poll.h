/* SPDX-License-Identifier: MIT */
/*
 * Waiting for several files at once: poll(2).
 *
 * A file's poll operation returns what is possible now, and names to the table
 * each wait queue that is woken when that may change.  The table holds one
 * waiter per queue; the first waiters are part of it, further ones come in
 * blocks.  A TABLE of NULL only asks.
 */
#ifndef FS_POLL_H
#define FS_POLL_H

#include <asm/poll.h>

#include "lib/types.h"
#include "proc/sleep.h"

#define POLL_INLINE 8u

struct poll_block;

struct poll_table {
    unsigned int used;              /* waiters in the table itself */
    struct waiter waiters[POLL_INLINE];
    struct poll_block *blocks;      /* more of them, newest first */
    bool no_memory;                 /* a queue could not be watched */
};

void poll_table_init(struct poll_table *table);
/* Watches QUEUE until poll_table_clear. TABLE may be NULL. */
void poll_watch(struct poll_table *table, struct waitq *queue);
void poll_table_clear(struct poll_table *table);

#endif
