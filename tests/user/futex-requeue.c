/* SPDX-License-Identifier: MIT */
/*
 * FUTEX_REQUEUE and FUTEX_CMP_REQUEUE wake some waiters and let others wait for
 * another word; FUTEX_WAKE_OP changes one word and wakes for two (futex(2)).
 */
#include "tap.h"

#include "futex.h"

static bool all_return(const pid_t *pids, int count)
{
    bool all = true;

    for (int i = 0; i < count; i++)
        all = exited_with(child_wait(pids[i]), 0) && all;
    return all;
}

static void check_requeue(volatile unsigned *word)
{
    volatile unsigned *other = word + 8;
    pid_t pids[4];

    for (int i = 0; i < 4; i++)
        pids[i] = futex_waiter(word, 0);
    fails(futex(word, CMP_REQUEUE, 1, (void *)1, other, *word + 1), EAGAIN,
          "another value: nothing is moved");
    fails(futex(word, CMP_REQUEUE, -1, (void *)1, other, *word), EINVAL,
          "a negative count");
    is(futex(word, CMP_REQUEUE, 1, (void *)2, other, *word), 3,
       "one is woken, two are moved");
    is(futex(other, WAKE, 10, NULL, NULL, 0), 2, "two wait for the other word");
    is(futex(word, REQUEUE, 0, (void *)5, other, 0), 1, "the last is moved");
    is(futex(word, WAKE, 10, NULL, NULL, 0), 0, "nobody waits for the first");
    is(futex(other, WAKE, 10, NULL, NULL, 0), 1, "one for the other");
    ok(all_return(pids, 4), "all of them return 0");
}

/* FUTEX_WAKE_OP's operation, comparison and arguments in one word. */
static unsigned packed(unsigned op, unsigned cmp, int arg, int cmp_arg)
{
    return op << 28 | cmp << 24 | (arg & 0xfffu) << 12 | (cmp_arg & 0xfffu);
}

static const struct {
    const char *what;
    unsigned op, cmp;
    int arg, cmp_arg;
    unsigned before, after, woken;
} rows[] = {
    {"set, equal", 0, 0, 7, 5, 5, 7, 2},
    {"set, not equal", 0, 0, 7, 6, 5, 7, 1},
    {"add, unlike", 1, 1, -1, 6, 5, 4, 2},
    {"or, less", 2, 2, 8, 6, 5, 13, 2},
    {"and not, less or equal", 3, 3, 4, 5, 5, 1, 2},
    {"exclusive or, greater", 4, 4, 1, 5, 5, 4, 1},
    {"a bit, greater or equal", 8 | 2, 5, 4, -1, 5, 21, 2},
};

static void check_wake_op(volatile unsigned *word)
{
    volatile unsigned *second = word + 8;
    enum { ROWS = sizeof rows / sizeof *rows };

    for (int i = 0; i < ROWS; i++) {
        pid_t pids[2];
        long woken;

        *second = rows[i].before;
        pids[0] = futex_waiter(word, 0);
        pids[1] = futex_waiter(second, 0);
        woken = futex(word, WAKE_OP, 1, (void *)1, second,
                      packed(rows[i].op, rows[i].cmp, rows[i].arg,
                             rows[i].cmp_arg));
        futex(second, WAKE, 1, NULL, NULL, 0);
        all_return(pids, 2);
        if (!ok(woken == (long)rows[i].woken && *second == rows[i].after,
                rows[i].what))
            diag("woken %ld, now %u", woken, *second);
    }
    fails(futex(word, WAKE_OP, 1, (void *)1, second, packed(6, 0, 0, 0)), ENOSYS,
          "an unknown operation");
}

int main(void)
{
    volatile unsigned *words = futex_words();

    plan(16);
    check_requeue(words);
    check_wake_op(words);
    return done();
}
