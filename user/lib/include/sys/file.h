/* SPDX-License-Identifier: MIT */
/* Locks on whole files: flock(2). */
#pragma once

#include <asm/fcntl.h>

int flock(int fd, int operation);
