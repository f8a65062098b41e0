/* SPDX-License-Identifier: MIT */
/* The execution domain: personality(2). */
#pragma once

#include <asm/prctl.h>

#define PER_LINUX          0x0000
#define ADDR_NO_RANDOMIZE  0x0040000
#define READ_IMPLIES_EXEC  0x0400000

int personality(unsigned long persona);
