/* SPDX-License-Identifier: MIT */
/* The ids that count for files: setfsuid(2). */
#pragma once

#include <sys/types.h>

int setfsuid(uid_t uid);
int setfsgid(gid_t gid);
