/* SPDX-License-Identifier: MIT */
/* Random numbers: getrandom(2), getentropy(3). */
#ifndef LIBC_SYS_RANDOM_H
#define LIBC_SYS_RANDOM_H

#include <sys/types.h>
#include <asm/random.h>

ssize_t getrandom(void *buf, size_t len, unsigned int flags);
int getentropy(void *buf, size_t len);

#endif
