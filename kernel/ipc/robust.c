/* SPDX-License-Identifier: MIT */
/*
 * Robust mutexes: what becomes of those that a process holds when it ends.
 *
 * A program keeps a list of them in its own memory, and tells the kernel where
 * (set_robust_list(2)).  At the end each word that still names the process is
 * marked FUTEX_OWNER_DIED, and one waiter is woken.  Nothing on the list is
 * believed: it may be anywhere, and go in a circle.
 * Called by proc/exit.c while the address space is still there.
 */
#include <asm/futex.h>

#include "ipc/futex.h"
#include "mm/space.h"

/* As on Linux, what comes after so many entries is not looked at. */
#define ROBUST_ENTRIES_MAX 2048u
#define ROBUST_PI 1u /* in the link's lowest bit: a kind that is not built */

static bool robust_read(struct space *space, uaddr_t addr, void *to, size_t len)
{
    return space_read(space, addr, to, len) == len;
}

/* Marks the word at ADDR if OWNER holds it. */
static void robust_release(struct space *space, uaddr_t addr, pid_t owner,
                           bool is_pending)
{
    struct futex_word word = { space, addr, false };
    uint32_t value;

    if (addr % sizeof(value) != 0 ||
        !robust_read(space, addr, &value, sizeof(value)))
        return;
    /* Released, but the process ended before it could wake anybody. */
    if (is_pending && value == 0) {
        futex_wake(&word, 1, FUTEX_BITSET_MATCH_ANY);
        return;
    }
    if ((value & FUTEX_TID_MASK) != (uint32_t)owner)
        return;
    value = (value & FUTEX_WAITERS) | FUTEX_OWNER_DIED;
    if (space_poke(space, addr, &value, sizeof(value)) == sizeof(value) &&
        value & FUTEX_WAITERS)
        futex_wake(&word, 1, FUTEX_BITSET_MATCH_ANY);
}

static void robust_walk(struct space *space, uaddr_t head, pid_t owner)
{
    struct robust_list_head list;
    uaddr_t pending, at;

    if (!head || !robust_read(space, head, &list, sizeof(list)))
        return;
    pending = list.list_op_pending & ~ROBUST_PI;
    at = list.list.next;
    for (unsigned int i = 0; i < ROBUST_ENTRIES_MAX; i++) {
        uaddr_t entry = at & ~ROBUST_PI;
        bool is_last = entry == head ||
                       !robust_read(space, entry, &at, sizeof(at));

        /* The next link was read first: the entry may be gone once it is free. */
        if (entry != head && entry != pending)
            robust_release(space, entry + (uaddr_t)list.futex_offset, owner,
                           false);
        if (is_last)
            break;
    }
    if (pending)
        robust_release(space, pending + (uaddr_t)list.futex_offset, owner, true);
}

void futex_exit(struct space *space, uaddr_t robust, uaddr_t clear_tid,
                pid_t owner)
{
    struct futex_word word = { space, clear_tid, false };
    static const pid_t none;

    robust_walk(space, robust, owner);
    if (!clear_tid || space->refs == 1)
        return;
    space_poke(space, clear_tid, &none, sizeof(none));
    futex_wake(&word, 1, FUTEX_BITSET_MATCH_ANY);
}
