/* SPDX-License-Identifier: MIT */
/* The end of a kernel that faulted: one clear sentence, and then panic. */
#pragma once

#include "lib/types.h"

struct trapframe;

/* Gives panics their paragraph of registers. Context: boot. */
void fault_init(void);

/* Each of the CPU's exceptions: its name, and which signal with which si_code a
 * program gets for it; 0 where trap.c decides, or it is not the program's. */
extern const struct exception {
    const char *name;
    int sig;
    int code;
    bool has_addr; /* si_addr is the instruction */
} exceptions[];

/* An exception in the kernel that nothing foresaw. */
void fault_panic(const struct trapframe *frame) NORETURN;

/* An interrupt came while the kernel worked, which must not be. */
void fault_panic_irq(const struct trapframe *frame) NORETURN;
