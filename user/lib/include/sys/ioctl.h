/* SPDX-License-Identifier: MIT */
/* Control of devices: ioctl(2). */
#pragma once

#include <asm/termios.h>

int ioctl(int fd, unsigned long request, ...);
