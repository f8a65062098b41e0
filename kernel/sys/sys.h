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
#define SYSCALL0(number, name) long sys_##name(void);
#define SYSCALL1(number, name, t1, a1) long sys_##name(t1 a1);
#define SYSCALL2(number, name, t1, a1, t2, a2) long sys_##name(t1 a1, t2 a2);
#define SYSCALL3(number, name, t1, a1, t2, a2, t3, a3)                         \
    long sys_##name(t1 a1, t2 a2, t3 a3);
#define SYSCALL4(number, name, t1, a1, t2, a2, t3, a3, t4, a4)                 \
    long sys_##name(t1 a1, t2 a2, t3 a3, t4 a4);
#define SYSCALL5(number, name, t1, a1, t2, a2, t3, a3, t4, a4, t5, a5)         \
    long sys_##name(t1 a1, t2 a2, t3 a3, t4 a4, t5 a5);
#define SYSCALL6(number, name, t1, a1, t2, a2, t3, a3, t4, a4, t5, a5, t6, a6) \
    long sys_##name(t1 a1, t2 a2, t3 a3, t4 a4, t5 a5, t6 a6);
#include <tine/syscalls.def>

struct trapframe;

/*
 * Executes the system call in FRAME and leaves its result there; an unknown
 * number gives -ENOSYS and is logged the first time.
 * Context: trap from user mode.  IRQs: off.
 */
void syscall_dispatch(struct trapframe *frame);
