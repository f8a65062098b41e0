/* SPDX-License-Identifier: MIT */
/* Random numbers: getrandom(2), getentropy(3). */
#pragma once

#include <sys/types.h>
#include <asm/random.h>

ssize_t getrandom(void *buf, size_t len, unsigned int flags);
int getentropy(void *buf, size_t len);
