/* SPDX-License-Identifier: MIT */
/*
 * The system-call numbers as enumerators, from the table syscalls.def.
 */
#pragma once

enum syscall_number {
#define SYSCALL(number, name, ...) SYS_##name = number,
#include <tine/syscalls.def>
};

#define SYSCALL_MAX 511 /* numbers are below 512 */
