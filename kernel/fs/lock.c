/* SPDX-License-Identifier: MIT */
/*
 * Locks on files: a list on each inode, and one queue for all who wait.
 *
 * What an owner has never overlaps with itself: a new lock takes the place of the
 * old ones on its bytes, cuts those that reach beyond, and swallows its neighbours
 * of the same type.  Whoever waits notes for whom, so that a circle is seen
 * before it closes.
 * Called by sys/sys_lock.c, and where files are closed, in process context.
 * Read next: sys/sys_lock.c.
 */
#include "fs/lock.h"

#include "fs/inode.h"
#include "mm/kmalloc.h"
#include "proc/sleep.h"

/* An owner that waits for another. */
struct lock_wait {
    struct list link;
    const void *owner, *holder;
};

#define CIRCLE_MAX 10 /* longer ones are not looked for */

static KIND_DEFINE(lock_kind, "lock", struct lock);
static struct list lock_waits = LIST_INIT(lock_waits);
static struct waitq lock_changed = WAITQ_INIT(lock_changed);

struct lock *lock_find(const struct inode *inode, const struct lock *wanted)
{
    LIST_FOR_EACH(lock, &inode->locks, struct lock, link) {
        if (lock->owner != wanted->owner && lock->is_flock == wanted->is_flock &&
            lock->first <= wanted->last && lock->last >= wanted->first &&
            (lock->type == F_WRLCK || wanted->type == F_WRLCK))
            return lock;
    }
    return NULL;
}

static bool lock_closes_circle(const void *owner, const void *holder)
{
    for (int i = 0; i < CIRCLE_MAX && holder != owner; i++) {
        const void *next = NULL;
        LIST_FOR_EACH(wait, &lock_waits, struct lock_wait, link) {
            if (wait->owner == holder)
                next = wait->holder;
        }
        if (!next)
            return false;
        holder = next;
    }
    return holder == owner;
}

static bool lock_is_own(const struct lock *lock, const struct lock *wanted)
{
    return lock->owner == wanted->owner && lock->is_flock == wanted->is_flock;
}

/* Swallows the neighbours. */
static void lock_widen(const struct inode *inode, struct lock *wanted)
{
    LIST_FOR_EACH(lock, &inode->locks, struct lock, link) {
        if (lock_is_own(lock, wanted) && lock->type == wanted->type &&
            lock->first - 1 <= wanted->last && lock->last >= wanted->first - 1) {
            wanted->first = MIN(wanted->first, lock->first);
            wanted->last = MAX(wanted->last, lock->last);
        }
    }
}

/* Keeps what an owner has together and in order: the first lock that stands in the
 * way is then the lowest. */
static void lock_insert(struct inode *inode, struct lock *added)
{
    struct list *at = &inode->locks;

    LIST_FOR_EACH(lock, &inode->locks, struct lock, link) {
        if (lock_is_own(lock, added))
            at = lock->first > added->first ? &lock->link : lock->link.next;
        if (at == &lock->link)
            break;
    }
    list_add_before(at, &added->link);
}

/* Takes the bytes of WANTED out of what its owner has. Returns: SPARE, unless a
 * lock that reaches beyond at both ends became two. */
static struct lock *lock_cut(struct inode *inode, const struct lock *wanted,
                             struct lock *spare)
{
    LIST_FOR_EACH_SAFE(lock, &inode->locks, struct lock, link) {
        if (!lock_is_own(lock, wanted) || lock->first > wanted->last ||
            lock->last < wanted->first)
            continue;
        if (lock->first < wanted->first && lock->last > wanted->last) {
            *spare = *lock;
            spare->first = wanted->last + 1;
            list_add_before(lock->link.next, &spare->link);
            lock->last = wanted->first - 1;
            return NULL;
        }
        if (lock->first < wanted->first) {
            lock->last = wanted->first - 1;
        } else if (lock->last > wanted->last) {
            lock->first = wanted->last + 1;
        } else {
            list_remove(&lock->link);
            kind_free(lock);
        }
    }
    return spare;
}

static int lock_apply(struct inode *inode, const struct lock *wanted)
{
    struct lock *spare = kind_alloc(&lock_kind), *added = kind_alloc(&lock_kind);
    if (!spare || !added) {
        kind_free(spare);
        kind_free(added);
        return -ENOLCK;
    }
    /* No failure below. */
    *added = *wanted;
    if (added->type != F_UNLCK)
        lock_widen(inode, added);
    kind_free(lock_cut(inode, added, spare));
    if (added->type == F_UNLCK)
        kind_free(added);
    else
        lock_insert(inode, added);
    waitq_wake(&lock_changed);
    return 0;
}

int lock_set(struct inode *inode, const struct lock *wanted, bool may_wait)
{
    struct lock_wait wait = { .owner = wanted->owner };
    struct lock *other;
    int error = may_wait ? 0 : -EAGAIN;

    while (wanted->type != F_UNLCK && (other = lock_find(inode, wanted))) {
        if (error < 0)
            return error;
        wait.holder = other->owner;
        if (!wanted->is_flock && lock_closes_circle(wait.owner, wait.holder))
            return -EDEADLK;
        list_add_tail(&lock_waits, &wait.link);
        error = waitq_sleep(&lock_changed, SLEEP_INTERRUPTIBLE, "lock",
                            TICK_NEVER);
        list_remove(&wait.link);
    }
    return lock_apply(inode, wanted);
}

void lock_drop(struct inode *inode, const void *owner)
{
    bool has_dropped = false;
    LIST_FOR_EACH_SAFE(lock, &inode->locks, struct lock, link) {
        if (lock->owner == owner) {
            list_remove(&lock->link);
            kind_free(lock);
            has_dropped = true;
        }
    }
    if (has_dropped)
        waitq_wake(&lock_changed);
}
