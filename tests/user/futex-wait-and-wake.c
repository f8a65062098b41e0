/* SPDX-License-Identifier: MIT */
/*
 * FUTEX_WAIT sleeps while the word has the value, FUTEX_WAKE wakes as many as it is
 * told, first come first served; a private futex is not for other address spaces,
 * and what is refused (futex(2)).
 */
#include "tap.h"

#include "futex.h"

static void check_waking(volatile unsigned *word)
{
    pid_t first = futex_waiter(word, 0), second = futex_waiter(word, 0);
    pid_t third = futex_waiter(word, 0);

    is(futex(word + 1, WAKE, 10, NULL, NULL, 0), 0, "nobody waits for a neighbour");
    is(futex(word, WAKE | PRIVATE, 10, NULL, NULL, 0), 0, "nor privately");
    is(futex(word, WAKE, 1, NULL, NULL, 0), 1, "one is woken");
    ok(exited_with(child_wait(first), 0), "the first that came");
    is(futex(word, WAKE, 10, NULL, NULL, 0), 2, "then all that are left");
    ok(exited_with(child_wait(second), 0) && exited_with(child_wait(third), 0),
       "and they return 0");
    is(futex(word, WAKE, 10, NULL, NULL, 0), 0, "then there is nobody");
}

static void check_bits(volatile unsigned *word)
{
    pid_t one = futex_waiter(word, 1), two = futex_waiter(word, 2);

    is(futex(word, WAKE_BITSET, 10, NULL, NULL, 4), 0, "no bit in common");
    is(futex(word, WAKE_BITSET, 10, NULL, NULL, 6), 1, "one bit in common");
    ok(exited_with(child_wait(two), 0), "wakes the right one");
    is(futex(word, WAKE, 10, NULL, NULL, 0), 1, "FUTEX_WAKE means all bits");
    child_wait(one);
}

static void check_errors(volatile unsigned *word)
{
    volatile unsigned *odd = (volatile unsigned *)((char *)word + 1);

    fails(futex(word, WAIT, *word + 1, NULL, NULL, 0), EAGAIN, "another value");
    fails(futex(odd, WAIT, 0, NULL, NULL, 0), EINVAL, "an odd address");
    fails(futex(odd, WAKE, 1, NULL, NULL, 0), EINVAL, "for waking too");
    fails(futex((void *)16, WAIT | PRIVATE, 0, NULL, NULL, 0), EFAULT,
          "a bad address");
    fails(futex((void *)16, WAKE, 1, NULL, NULL, 0), EFAULT, "for waking too");
    is(futex((void *)16, WAKE | PRIVATE, 1, NULL, NULL, 0), 0,
       "a private wake-up does not look");
    fails(futex(word, WAIT_BITSET, *word, NULL, NULL, 0), EINVAL, "no bits");
    fails(futex(word, WAKE_BITSET, 1, NULL, NULL, 0), EINVAL, "for waking too");
    fails(futex(word, 99, 0, NULL, NULL, 0), ENOSYS, "an unknown operation");
    fails(futex(word, WAKE | REALTIME, 0, NULL, NULL, 0), ENOSYS,
          "a clock for waking");
}

int main(void)
{
    volatile unsigned *word = futex_words();

    plan(21);
    check_waking(word);
    check_bits(word);
    check_errors(word);
    return done();
}
