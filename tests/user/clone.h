/* SPDX-License-Identifier: MIT */
/*
 * A child by clone(2) on a stack of its own, for the tests of what it shares.
 */
#pragma once

#include "tap.h"

#include <sched.h>

enum { CLONE_STACK_BYTES = 64 * 1024 };

/* Starts FUNCTION(ARG) in a child that shares what FLAGS say. One at a time. */
static inline pid_t clone_start(int (*function)(void *), void *arg, int flags)
{
    static _Alignas(16) char stack[CLONE_STACK_BYTES];

    return (pid_t)must(clone(function, stack + sizeof stack, flags, arg));
}

/* The same, and returns how it ended. */
static inline int clone_run(int (*function)(void *), void *arg, int flags)
{
    return child_wait(clone_start(function, arg, flags | SIGCHLD));
}
