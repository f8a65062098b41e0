/* SPDX-License-Identifier: MIT */
/*
 * The raw system calls, private to the library: prototypes of the stubs.
 *
 * Each row of the table makes "long sys_NAME(type1 arg1, ...)"; the code is
 * in stubs.S.  A result from -4095 to -1 is an error number with its sign
 * turned; syscall_result() makes of it what programs expect.
 */
#pragma once

#include <stdint.h>
#include <asm/capability.h>
#include <asm/dirent.h>
#include <asm/futex.h>
#include <asm/ldt.h>
#include <asm/poll.h>
#include <asm/resource.h>
#include <asm/sched.h>
#include <asm/signal.h>
#include <asm/stat.h>
#include <asm/statfs.h>
#include <asm/sysinfo.h>
#include <asm/time.h>
#include <asm/uio.h>
#include <asm/utsname.h>

typedef unsigned long uaddr_t;

#define USER(type)                             type *
#define SYSCALL0(number, name)                 long sys_##name(void);
#define SYSCALL1(number, name, t1, a1)         long sys_##name(t1 a1);
#define SYSCALL2(number, name, t1, a1, t2, a2) long sys_##name(t1 a1, t2 a2);
#define SYSCALL3(number, name, t1, a1, t2, a2, t3, a3) \
    long sys_##name(t1 a1, t2 a2, t3 a3);
#define SYSCALL4(number, name, t1, a1, t2, a2, t3, a3, t4, a4) \
    long sys_##name(t1 a1, t2 a2, t3 a3, t4 a4);
#define SYSCALL5(number, name, t1, a1, t2, a2, t3, a3, t4, a4, t5, a5) \
    long sys_##name(t1 a1, t2 a2, t3 a3, t4 a4, t5 a5);
#define SYSCALL6(number, name, t1, a1, t2, a2, t3, a3, t4, a4, t5, a5, t6, a6) \
    long sys_##name(t1 a1, t2 a2, t3 a3, t4 a4, t5 a5, t6 a6);
#include <tine/syscalls.def>
#undef SYSCALL0
#undef SYSCALL1
#undef SYSCALL2
#undef SYSCALL3
#undef SYSCALL4
#undef SYSCALL5
#undef SYSCALL6
#undef USER

/* Returns RESULT, or for an error sets errno and returns -1. */
long syscall_result(long result);

/* Where crt0.S goes: STACK is the address of argc. */
void program_start(unsigned long *stack) __attribute__((noreturn));
