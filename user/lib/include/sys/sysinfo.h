/* SPDX-License-Identifier: MIT */
/* Figures of the system: sysinfo(2). */
#pragma once

#include <asm/sysinfo.h>

int sysinfo(struct sysinfo *info);
