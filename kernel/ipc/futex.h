/* SPDX-License-Identifier: MIT */
/*
 * Futexes: a process waits until another says that a word of memory has changed.
 *
 * The word is the programs' business; the kernel knows only who waits for it.
 * The waiters for a word find each other by its key: the address space and the
 * address; or, when the memory is shared, the backing object and the place in it.
 * Facts: futex(2), FUTEX_WAIT(2const), get_robust_list(2).
 */
#pragma once

#include "lib/types.h"

struct restart;
struct space;

/* A word, as the caller names it. */
struct futex_word {
    struct space *space;
    uaddr_t addr;
    bool is_private;     /* only its own address space uses it */
};

/*
 * Waits while the word has the value VALUE, for a wake-up that shares a bit with
 * BITSET, or until the tick DEADLINE.
 * Context: process.  Returns: 0.
 * Errors: -EAGAIN it has another value; -EFAULT; -EINVAL the address is odd;
 * -ETIMEDOUT; -ERESTARTSYS a signal.
 */
int futex_wait(const struct futex_word *word, uint32_t value, uint32_t bitset,
               tick_t deadline) MUST_CHECK;
/* Wakes up to COUNT waiters, but never none. Returns: how many. Errors: -EFAULT;
 * -EINVAL. */
int futex_wake(const struct futex_word *word, int count, uint32_t bitset);
/*
 * Wakes up to WAKE waiters and lets up to MOVE others wait for TO; if EXPECTED is
 * not NULL, only if the word has that value.
 * Returns: how many in all. Errors: -EAGAIN; -EFAULT; -EINVAL.
 */
int futex_requeue(const struct futex_word *word, const struct futex_word *to,
                  int wake, int move, const uint32_t *expected);
/*
 * Changes the word SECOND as OPERATION says, wakes COUNT waiters of WORD, and if
 * what SECOND was before compares as OPERATION says, COUNT2 of SECOND.
 * Returns: how many in all. Errors: -EFAULT; -EINVAL; -ENOSYS no such operation.
 */
int futex_wake_op(const struct futex_word *word, const struct futex_word *second,
                  int count, int count2, uint32_t operation);

/*
 * OWNER leaves SPACE, by exit or exec: the robust mutexes on the list at ROBUST
 * that it still holds are marked so, and a waiter of each is woken; if others live
 * in the space, the word at CLEAR_TID is cleared, and its waiter woken. Either is
 * 0 for none. Whatever is in user memory, this ends.
 */
void futex_exit(struct space *space, uaddr_t robust, uaddr_t clear_tid,
                pid_t owner);
