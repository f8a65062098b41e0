/* SPDX-License-Identifier: MIT */
/* Name of the system: uname(2). */
#ifndef LIBC_SYS_UTSNAME_H
#define LIBC_SYS_UTSNAME_H

#include <asm/utsname.h>

int uname(struct utsname *name);

#endif
