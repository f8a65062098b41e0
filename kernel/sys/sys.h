/* SPDX-License-Identifier: MIT */
/*
 * The handlers' prototypes, made from the table of system calls: a handler of
 * another signature does not compile.
 */
#pragma once

#include <asm/time.h>
#include <asm/types.h>

#include "lib/types.h"

#define USER(type) uaddr_t
#include <tine/prototypes.def>

struct trapframe;

/*
 * Executes the system call in FRAME and leaves its result there; an unknown
 * number gives -ENOSYS and is logged the first time.
 * Context: trap from user mode.  IRQs: off.
 */
void syscall_dispatch(struct trapframe *frame);
