/* SPDX-License-Identifier: MIT */
/*
 * Which allocation fails; see debug/failnth.h.
 *
 * Called by mm/frame.c and mm/kmalloc.c for every allocation. Knows neither: the
 * count belongs to the process, whom debug/failnth_file.c knows.
 */
#include "debug/failnth.h"

static unsigned int *(*fail_counter)(void);
static bool fail_is_held;

void fail_set_counter(unsigned int *(*counter)(void))
{
    fail_counter = counter;
}

void fail_hold(bool is_held)
{
    fail_is_held = is_held;
}

bool fail_is_due(void)
{
    unsigned int *left = fail_counter ? fail_counter() : NULL;

    if (!left || *left == 0 || fail_is_held)
        return false;
    *left -= 1;
    return *left == 0;
}
