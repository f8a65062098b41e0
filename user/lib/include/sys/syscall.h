/* SPDX-License-Identifier: MIT */
/* Numbers for syscall(2): SYS_read and so on are enumerators. */
#ifndef LIBC_SYS_SYSCALL_H
#define LIBC_SYS_SYSCALL_H

#include <tine/syscall.h>

#endif
