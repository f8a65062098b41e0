/* SPDX-License-Identifier: MIT */
/* The alternate signal stack: sigaltstack(2), and where a handler's frame goes. */
#pragma once

#include <asm/signal.h>

#include "lib/types.h"

struct proc;

/*
 * sigaltstack(2) of the running process, whose stack pointer is SP: tells the
 * alternate stack that it has and sets another (STACK NULL: leaves it).
 * Errors: -EPERM it runs on it; -EINVAL flags; -ENOMEM too small.
 */
int altstack_change(const stack_t *stack, stack_t *old, uaddr_t sp);

/* Where P's handler with the flags FLAGS of struct sigaction begins its stack,
 * SP being the interrupted one. */
uaddr_t altstack_top(const struct proc *p, uaddr_t sp, unsigned long flags);
/* Whether that handler's frame, which reaches down to AT, stays on the alternate
 * stack if it began there. */
bool altstack_has_room(const struct proc *p, uaddr_t sp, unsigned long flags,
                       uaddr_t at);
/* No alternate stack: in a new program, beside one who has the same memory, and
 * with SS_AUTODISARM in a handler. */
void altstack_reset(struct proc *p);
