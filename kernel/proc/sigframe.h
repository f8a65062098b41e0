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
 * Puts the frame of signal SIG, or of INFO's signal with SA_SIGINFO, onto the
 * program's stack and sets FRAME to the handler. MASK is what sigreturn is to
 * bring back.
 * Errors: -EFAULT the stack cannot be written.
 */
int sigframe_push_old(struct trapframe *frame, int sig,
                      const struct ksigaction *action, sigset_t mask)
    MUST_CHECK;
int sigframe_push_rt(struct trapframe *frame, const siginfo_t *info,
                     const struct ksigaction *action, sigset_t mask)
    MUST_CHECK;

/* sigreturn(2) and rt_sigreturn(2): take back what the handler interrupted.
 * Returns: what EAX shall hold. A bad frame posts SIGSEGV. */
long signal_return(struct trapframe *frame);
long signal_return_rt(struct trapframe *frame);
