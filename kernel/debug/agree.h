/* SPDX-License-Identifier: MIT */
/*
 * In a kernel made with DEBUG=1: that states, lists, queues and counts agree with
 * each other, looked at in every switch.  Otherwise nothing.
 */
#pragma once

#include "debug/poison.h"

/* Panics with a sentence about the process where something does not agree.
 * Context: schedule(), when the next process is chosen. */
void agree_check_all(void);

static inline void agree_check(void)
{
    if (IS_DEBUG)
        agree_check_all();
}
