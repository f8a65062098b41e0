/* SPDX-License-Identifier: MIT */
/*
 * Delivery: the step from a pending signal to the program's handler and back.
 */
#pragma once

#include <asm/signal.h>

#include "lib/types.h"

struct trapframe;

/*
 * Acts on the pending signals of the running process until none is due or a
 * handler has been set up in FRAME; decides about restarting its call.
 * Does not return if a signal ends the process; returns later if one stops it.
 * Context: the tail.  IRQs: off.
 */
void signal_deliver(struct trapframe *frame);

/*
 * Puts the frame of a handler for INFO's signal, with INFO in it if ACTION has
 * SA_SIGINFO, onto the program's stack and sets FRAME to the handler. MASK is
 * what sigreturn is to bring back.
 * Errors: -EFAULT the stack cannot be written.
 */
int sigframe_push(struct trapframe *frame, const siginfo_t *info,
                  const struct ksigaction *action, sigset_t mask) MUST_CHECK;

/* sigreturn(2), or with IS_RT rt_sigreturn(2): takes back what the handler
 * interrupted. Returns: what EAX shall hold. A bad frame posts SIGSEGV. */
long signal_return(struct trapframe *frame, bool is_rt);
