/* SPDX-License-Identifier: MIT */
/*
 * Futexes: who waits for which word; see ipc/futex.h.
 *
 * The waiters stand in a table of lists by their key's hash, each on its own
 * kernel stack.  Whoever wakes one takes it off the list, so one wake-up is for
 * one waiter, and a waiter that is moved to another word (FUTEX_REQUEUE) changes
 * its key asleep.
 * Called by sys/sys_futex.c and by proc/exit.c, in process context.
 * Invariant: a waiter is on a list exactly as long as nobody has woken it; one
 * for shared memory holds its backing object.
 * Read next: ipc/robust.c.
 */
#include "ipc/futex.h"

#include <asm/futex.h>

#include "lib/list.h"
#include "mm/mapping.h"
#include "mm/space.h"
#include "mm/usercopy.h"
#include "proc/sleep.h"

#define FUTEX_LISTS 64u

struct futex_key {
    const void *object;      /* the space, or the backing object */
    uint32_t page, offset;
    struct backing *backing; /* OBJECT, if it is one */
};

struct futex_waiter {
    struct list link;
    struct futex_key key;
    uint32_t bitset;
    bool is_woken;
    struct waitq event;
};

static struct list futex_lists[FUTEX_LISTS];

static struct list *futex_list(const struct futex_key *key)
{
    uint32_t hash = (uint32_t)key->object / sizeof(void *) + key->page +
                    key->offset / sizeof(uint32_t);
    struct list *list = &futex_lists[hash % FUTEX_LISTS];

    if (!list->next)
        list_init(list);
    return list;
}

/* The key of WORD. Errors: -EINVAL; -EFAULT. */
static int futex_key_make(const struct futex_word *word, struct futex_key *key)
{
    struct mapping *m = NULL;

    if (word->addr % sizeof(uint32_t) != 0)
        return -EINVAL;
    if (word->addr >= USER_END)
        return -EFAULT;
    if (!word->is_private) {
        m = space_find(word->space, word->addr);
        if (!m || !(m->prot & PROT_ANY))
            return -EFAULT;
    }
    *key = (struct futex_key){ .object = word->space,
                               .page = word->addr / PAGE_SIZE,
                               .offset = word->addr % PAGE_SIZE };
    if (m && m->backing && mapping_is_shared(m)) {
        key->object = key->backing = m->backing;
        key->page += m->page_offset - m->start / PAGE_SIZE;
    }
    return 0;
}

static void futex_enqueue(struct futex_waiter *w, const struct futex_key *key)
{
    w->key = *key;
    if (key->backing)
        key->backing->ops->hold(key->backing, 1);
    list_add_tail(futex_list(key), &w->link);
}

static void futex_dequeue(struct futex_waiter *w)
{
    list_remove(&w->link);
    if (w->key.backing)
        w->key.backing->ops->hold(w->key.backing, -1);
}

static bool futex_is_for(const struct futex_waiter *w,
                         const struct futex_key *key, uint32_t bitset)
{
    return w->key.object == key->object && w->key.page == key->page &&
           w->key.offset == key->offset && w->bitset & bitset;
}

/* Whether the word still has VALUE. Errors: -EAGAIN; -EFAULT. */
static int futex_compare(const struct futex_word *word, uint32_t value)
{
    uint32_t now;

    if (user_get(now, word->addr) < 0)
        return -EFAULT;
    return now == value ? 0 : -EAGAIN;
}

int futex_wait(const struct futex_word *word, uint32_t value, uint32_t bitset,
               tick_t deadline)
{
    struct futex_waiter w = { .bitset = bitset };
    struct futex_key key;
    int error = futex_key_make(word, &key);

    if (error < 0)
        return error;
    waitq_init(&w.event);
    futex_enqueue(&w, &key);
    /* SUBTLE(futex-order): from here on a wake-up counts; now the word may be
     * looked at. */
    error = futex_compare(word, value);
    while (error == 0 && !w.is_woken)
        error = waitq_sleep(&w.event, SLEEP_INTERRUPTIBLE, "futex", deadline);
    if (w.is_woken)
        return 0;
    futex_dequeue(&w);
    return error;
}

static int futex_wake_key(const struct futex_key *key, int count, uint32_t bitset)
{
    int woken = 0;

    LIST_FOR_EACH_SAFE(w, futex_list(key), struct futex_waiter, link) {
        if (!futex_is_for(w, key, bitset))
            continue;
        futex_dequeue(w);
        w->is_woken = true;
        waitq_wake(&w->event);
        if (++woken >= count)
            break;
    }
    return woken;
}

int futex_wake(const struct futex_word *word, int count, uint32_t bitset)
{
    struct futex_key key;
    int error = futex_key_make(word, &key);

    return error < 0 ? error : futex_wake_key(&key, count, bitset);
}

int futex_requeue(const struct futex_word *word, const struct futex_word *to,
                  int wake, int move, const uint32_t *expected)
{
    struct futex_key key, to_key;
    int woken = 0, moved = 0;
    int error;

    if (wake < 0 || move < 0)
        return -EINVAL;
    if ((error = futex_key_make(word, &key)) < 0 ||
        (error = futex_key_make(to, &to_key)) < 0)
        return error;
    if (expected && (error = futex_compare(word, *expected)) < 0)
        return error;
    if (wake > 0)
        woken = futex_wake_key(&key, wake, FUTEX_BITSET_MATCH_ANY);
    LIST_FOR_EACH_SAFE(w, futex_list(&key), struct futex_waiter, link) {
        if (moved == move)
            break;
        if (!futex_is_for(w, &key, FUTEX_BITSET_MATCH_ANY))
            continue;
        moved++;
        if (futex_is_for(w, &to_key, FUTEX_BITSET_MATCH_ANY))
            continue; /* it is there already */
        futex_dequeue(w);
        futex_enqueue(w, &to_key);
    }
    return woken + moved;
}

/* FUTEX_WAKE_OP packs operation, comparison and two arguments of 12 bits. */
#define OP_OF(operation) ((operation) >> 28 & 0x7)
#define OP_IS_SHIFT(operation) ((operation) >> 28 & FUTEX_OP_OPARG_SHIFT)
#define OP_COMPARE(operation) ((operation) >> 24 & 0xf)
#define OP_ARG(operation) ((int32_t)((operation) << 8) >> 20)
#define OP_COMPARE_ARG(operation) ((int32_t)((operation) << 20) >> 20)
#define OP_SHIFT_MASK 31

/* Errors: -ENOSYS. */
static int futex_op_apply(uint32_t operation, uint32_t old, uint32_t *new)
{
    uint32_t arg = (uint32_t)OP_ARG(operation);

    if (OP_IS_SHIFT(operation))
        arg = 1u << (arg & OP_SHIFT_MASK);
    switch (OP_OF(operation)) {
    case FUTEX_OP_SET: *new = arg; return 0;
    case FUTEX_OP_ADD: *new = old + arg; return 0;
    case FUTEX_OP_OR: *new = old | arg; return 0;
    case FUTEX_OP_ANDN: *new = old & ~arg; return 0;
    case FUTEX_OP_XOR: *new = old ^ arg; return 0;
    default: return -ENOSYS;
    }
}

/* Returns: 0 or 1. Errors: -ENOSYS. */
static int futex_op_compare(uint32_t operation, int32_t old)
{
    int32_t arg = OP_COMPARE_ARG(operation);

    switch (OP_COMPARE(operation)) {
    case FUTEX_OP_CMP_EQ: return old == arg;
    case FUTEX_OP_CMP_NE: return old != arg;
    case FUTEX_OP_CMP_LT: return old < arg;
    case FUTEX_OP_CMP_LE: return old <= arg;
    case FUTEX_OP_CMP_GT: return old > arg;
    case FUTEX_OP_CMP_GE: return old >= arg;
    default: return -ENOSYS;
    }
}

int futex_wake_op(const struct futex_word *word, const struct futex_word *second,
                  int count, int count2, uint32_t operation)
{
    struct futex_key key, key2;
    uint32_t old, new;
    int error, holds, woken;

    if ((error = futex_key_make(word, &key)) < 0 ||
        (error = futex_key_make(second, &key2)) < 0)
        return error;
    if (user_get(old, second->addr) < 0)
        return -EFAULT;
    if ((error = futex_op_apply(operation, old, &new)) < 0)
        return error;
    if (user_put(second->addr, new) < 0)
        return -EFAULT;
    holds = futex_op_compare(operation, (int32_t)old);
    if (holds < 0)
        return holds;
    woken = futex_wake_key(&key, count, FUTEX_BITSET_MATCH_ANY);
    if (holds)
        woken += futex_wake_key(&key2, count2, FUTEX_BITSET_MATCH_ANY);
    return woken;
}
