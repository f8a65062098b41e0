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

#define USER(type) type *
#include <tine/prototypes.def>
#undef USER

/* Returns RESULT, or for an error sets errno and returns -1. */
long syscall_result(long result);

/* Where crt0.S goes: STACK is the address of argc. */
void program_start(unsigned long *stack) __attribute__((noreturn));
