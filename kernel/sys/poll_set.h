/* SPDX-License-Identifier: MIT */
/*
 * A set of descriptors to wait for, and until when: what poll, select and their
 * kin have in common.  Inside sys/ only.
 *
 * All descriptors are copied in before the first wait queue is watched and out
 * after the last: a copy may sleep, and a wake-up that came during that sleep
 * would be lost.
 * Read next: sys/sys_poll.c.
 */
#pragma once

#include <asm/limits.h>

#include "sys/sys_file.h"
#include "time/timespec.h"

/* One descriptor, its file with a reference while the call lasts, and how it is
 * waited for. */
struct poll_item {
    struct pollfd fd;
    struct file *file;
    struct poll_table table;
};

#define ITEMS_PER_FRAME (PAGE_SIZE / sizeof(struct poll_item))
#define POLL_FRAMES DIV_UP(OPEN_MAX, ITEMS_PER_FRAME)

struct poll_set {
    unsigned int count;
    paddr_t frames[POLL_FRAMES]; /* 0 where not needed */
};

/* Adds a descriptor and looks its file up. Errors: -ENOMEM. */
int poll_set_add(struct poll_set *set, struct pollfd fd) MUST_CHECK;
struct poll_item *poll_item(const struct poll_set *set, unsigned int i);
void poll_set_free(struct poll_set *set);

/*
 * Waits until something is ready, at most until the tick DEADLINE.
 * Returns: how many descriptors have something in their revents; 0 at the deadline.
 * Errors: -ERESTARTNOHAND.
 */
long poll_set_wait(struct poll_set *set, tick_t deadline) MUST_CHECK;

/* ---- Timeouts ---------------------------------------------------------------------- */

/* Ends a call whose timeout was read from ADDR by deadline_get, and writes what is
 * left of it there. Returns: RESULT. */
long deadline_end(uaddr_t addr, enum time_form form, tick_t deadline,
                  long result);

/* ---- The signal mask ------------------------------------------------------------------ */

/* Makes the mask at ADDR, if any, the signal mask while the call lasts. Errors:
 * -EINVAL another SIZE; -EFAULT. */
int call_mask_set(uaddr_t addr, size_t size) MUST_CHECK;
/* Ends such a call: the old mask comes back now, or after an interrupting signal's
 * handler. Returns: RESULT. */
long call_mask_end(long result);
