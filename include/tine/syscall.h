/* SPDX-License-Identifier: MIT */
/*
 * The system-call numbers as enumerators, from the table syscalls.def.
 */
#ifndef TINE_SYSCALL_H
#define TINE_SYSCALL_H

enum syscall_number {
#define SYSCALL0(number, name, ...) SYS_##name = number,
#define SYSCALL1 SYSCALL0
#define SYSCALL2 SYSCALL0
#define SYSCALL3 SYSCALL0
#define SYSCALL4 SYSCALL0
#define SYSCALL5 SYSCALL0
#define SYSCALL6 SYSCALL0
#include <tine/syscalls.def>
#undef SYSCALL0
#undef SYSCALL1
#undef SYSCALL2
#undef SYSCALL3
#undef SYSCALL4
#undef SYSCALL5
#undef SYSCALL6
};

#define SYSCALL_MAX 511 /* numbers are below 512 */

#endif
