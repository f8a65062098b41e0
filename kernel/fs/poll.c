/* SPDX-License-Identifier: MIT */
/*
 * The table of waiters that poll(2) fills; see fs/poll.h.
 *
 * Waiters must not move while they are queued, so the table grows by blocks
 * that stay where they are.
 */
#include "fs/poll.h"

#include "mm/kmalloc.h"

#define POLL_BLOCK 32u

struct poll_block {
    struct poll_block *next;
    unsigned int used;
    struct waiter waiters[POLL_BLOCK];
};

static KIND_DEFINE(poll_block_kind, "poll-block", struct poll_block);

void poll_table_init(struct poll_table *table)
{
    table->used = 0;
    table->blocks = NULL;
    table->no_memory = false;
}

static struct waiter *poll_table_next(struct poll_table *table)
{
    if (table->used < POLL_INLINE)
        return &table->waiters[table->used++];

    struct poll_block *block = table->blocks;
    if (!block || block->used == POLL_BLOCK) {
        block = kind_alloc(&poll_block_kind);
        if (!block)
            return NULL;
        block->next = table->blocks;
        table->blocks = block;
    }
    return &block->waiters[block->used++];
}

void poll_watch(struct poll_table *table, struct waitq *queue)
{
    if (!table)
        return;
    struct waiter *waiter = poll_table_next(table);
    if (waiter)
        waiter_add(waiter, queue);
    else
        table->no_memory = true;
}

void poll_table_clear(struct poll_table *table)
{
    for (unsigned int i = 0; i < table->used; i++)
        waiter_remove(&table->waiters[i]);
    table->used = 0;
    while (table->blocks) {
        struct poll_block *block = table->blocks;
        for (unsigned int i = 0; i < block->used; i++)
            waiter_remove(&block->waiters[i]);
        table->blocks = block->next;
        kind_free(block);
    }
}
