/* SPDX-License-Identifier: MIT */
/*
 * What the tests of futex(2) share: the raw call, words that processes share, and
 * children that wait for one.
 */
#pragma once

#include <sys/mman.h>
#include <sys/syscall.h>

enum {
    WAIT, WAKE, REQUEUE = 3, CMP_REQUEUE, WAKE_OP, LOCK_PI, WAIT_BITSET = 9,
    WAKE_BITSET, PRIVATE = 128, REALTIME = 256, FUTEX_CALL = 240
};

/* Returns the result, or -1 with errno. */
static inline long futex(volatile unsigned *word, int operation, unsigned value,
                         const void *time, volatile unsigned *word2,
                         unsigned value3)
{
    return syscall(FUTEX_CALL, word, operation, value, time, word2, value3);
}

/* A page of words that children share. */
static inline volatile unsigned *futex_words(void)
{
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (page == MAP_FAILED)
        tap_bail("mmap");
    return page;
}

struct futex_wait {
    volatile unsigned *word;
    unsigned bits; /* 0: FUTEX_WAIT */
};

/* A child body: exits 0 when woken, else with errno. */
static inline int child_waits(void *arg)
{
    struct futex_wait *w = arg;
    long result = w->bits
                      ? futex(w->word, WAIT_BITSET, *w->word, NULL, NULL, w->bits)
                      : futex(w->word, WAIT, *w->word, NULL, NULL, 0);

    return result == 0 ? 0 : errno;
}

/* Starts a child that waits for WORD, and waits until it does. */
static inline pid_t futex_waiter(volatile unsigned *word, unsigned bits)
{
    struct futex_wait w = {word, bits};
    pid_t pid = child_start(child_waits, &w);

    if (!wait_until(proc_state(pid) == 'S'))
        tap_bail("a child that should wait");
    return pid;
}
