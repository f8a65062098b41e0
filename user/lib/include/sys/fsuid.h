/* SPDX-License-Identifier: MIT */
/* The ids that count for files: setfsuid(2). */
#ifndef LIBC_SYS_FSUID_H
#define LIBC_SYS_FSUID_H

#include <sys/types.h>

int setfsuid(uid_t uid);
int setfsgid(gid_t gid);

#endif
