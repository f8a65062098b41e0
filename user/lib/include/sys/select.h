/* SPDX-License-Identifier: MIT */
/* Waiting for several files with sets of bits: sys_select.h(0p). */
#pragma once

#include <sys/types.h>
#include <asm/signal.h>

#define FD_SETSIZE   1024
#define FD_WORD_BITS 32

typedef struct {
    unsigned long fds_bits[FD_SETSIZE / FD_WORD_BITS];
} fd_set;

#define FD_WORD(fd, set) ((set)->fds_bits[(unsigned int)(fd) / FD_WORD_BITS])
#define FD_BIT(fd)       (1ul << ((unsigned int)(fd) % FD_WORD_BITS))
#define FD_SET(fd, set)   ((void)(FD_WORD(fd, set) |= FD_BIT(fd)))
#define FD_CLR(fd, set)   ((void)(FD_WORD(fd, set) &= ~FD_BIT(fd)))
#define FD_ISSET(fd, set) ((FD_WORD(fd, set) & FD_BIT(fd)) != 0)
#define FD_ZERO(set)      ((void)(*(set) = (fd_set){ { 0 } }))

int select(int count, fd_set *restrict read, fd_set *restrict write,
           fd_set *restrict except, struct timeval *restrict timeout);
int pselect(int count, fd_set *restrict read, fd_set *restrict write,
            fd_set *restrict except, const struct timespec *restrict timeout,
            const sigset_t *restrict mask);
