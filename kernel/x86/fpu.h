/* SPDX-License-Identifier: MIT */
/* The floating-point unit's registers; the signal frame's view is in arch.h. */
#pragma once

#include "lib/types.h"

struct arch_proc;

/* Finds out what FPU there is, and disables it. Context: boot. */
void fpu_init(void);

/*
 * #NM: the running process uses the FPU for the first time.
 * Errors: -ENOMEM; -ENODEV the machine has none.
 */
int fpu_first_use(struct arch_proc *ap) MUST_CHECK;

/* Saves FROM's registers, loads TO's, and disables the FPU where TO has none. */
void fpu_switch(struct arch_proc *from, struct arch_proc *to);

/* fork: TO gets a copy of what FROM, which runs, has. Errors: -ENOMEM. */
int fpu_copy(struct arch_proc *to, struct arch_proc *from) MUST_CHECK;

/* AP has no FPU state any more. */
void fpu_forget(struct arch_proc *ap);

/* The si_code (FPE_*) for #MF (or #XM with IS_SIMD) in the running process. */
int fpu_error_code(bool is_simd);

/* The process whose registers are in the CPU (context.c). */
extern struct arch_proc *arch_running;
