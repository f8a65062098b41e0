/* SPDX-License-Identifier: MIT */
/* Error numbers: errno(3).  One thread per process: errno is a variable. */
#pragma once

#include <tine/errno.h>

extern int errno;
extern char *program_invocation_name;
extern char *program_invocation_short_name;
