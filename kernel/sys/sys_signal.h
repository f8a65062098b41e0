/* SPDX-License-Identifier: MIT */
/* What the old forms of the signal calls share with the present ones. */
#pragma once

#include <asm/signal.h>

#include "lib/types.h"

/* Sets the action of SIG (ACT NULL: leaves it) and tells the old one.
 * Errors: -EINVAL no such signal, or one that cannot be caught. */
int sigaction_change(int sig, const struct ksigaction *act,
                     struct ksigaction *old) MUST_CHECK;
/* Sleeps with the mask MASK until a signal is due. Returns: -ERESTARTNOHAND. */
long sigsuspend_with(sigset_t mask);
