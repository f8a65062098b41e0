/* SPDX-License-Identifier: MIT */
/* Pseudo-terminals in one step: openpty(3). */
#pragma once

#include <sys/ioctl.h>
#include <sys/types.h>
#include <termios.h>

int openpty(int *master, int *slave, char *name, const struct termios *modes,
            const struct winsize *size);
pid_t forkpty(int *master, char *name, const struct termios *modes,
              const struct winsize *size);
