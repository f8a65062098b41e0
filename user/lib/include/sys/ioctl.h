/* SPDX-License-Identifier: MIT */
/* Control of devices: ioctl(2). */
#ifndef LIBC_SYS_IOCTL_H
#define LIBC_SYS_IOCTL_H

#include <asm/termios.h>

int ioctl(int fd, unsigned long request, ...);

#endif
