/* SPDX-License-Identifier: MIT */
/*
 * Locks on files, which bind only those who ask: fcntl(2) "Advisory record
 * locking", and flock(2).
 *
 * A record lock belongs to a descriptor table, and goes when one descriptor of the
 * file in it is closed; one of flock or F_OFD_SETLK belongs to an open file.
 * Read next: fs/lock.c.
 */
#pragma once

#include <asm/fcntl.h>

#include "lib/list.h"
#include "lib/types.h"

struct inode;

#define LOCK_LAST_BYTE ((loff_t)0x7fffffffffffffff) /* to the end of the file */

struct lock {
    struct list link;  /* in inode->locks */
    bool is_flock;     /* those and record locks do not see each other */
    short type;        /* F_RDLCK, F_WRLCK; as a request also F_UNLCK */
    pid_t pid;         /* for F_GETLK; -1 for an open file's */
    const void *owner; /* a descriptor table or an open file */
    loff_t first, last;
};

/* Somebody else's lock that stands against WANTED, or NULL. */
struct lock *lock_find(const struct inode *inode, const struct lock *wanted);
/*
 * Makes the owner's lock on the bytes of WANTED what its type says; where another's
 * stands against it, waits for that if MAY_WAIT.
 * Errors: -EAGAIN; -ENOLCK no memory; -EDEADLK a circle of owners would wait for
 * each other; -ERESTARTSYS a signal is due.
 */
int lock_set(struct inode *inode, const struct lock *wanted,
             bool may_wait) MUST_CHECK;
/* OWNER has closed INODE: none of its locks stays. */
void lock_drop(struct inode *inode, const void *owner);
