/* SPDX-License-Identifier: MIT */
/* Name of the system: uname(2). */
#pragma once

#include <asm/utsname.h>

int uname(struct utsname *name);
