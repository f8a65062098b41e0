/* SPDX-License-Identifier: MIT */
/* Operations on a process: prctl(2). */
#pragma once

#include <asm/prctl.h>

int prctl(int option, ...);
