/* SPDX-License-Identifier: MIT */
/* Waiting for several files: poll(2). */
#ifndef LIBC_POLL_H
#define LIBC_POLL_H

#include <asm/poll.h>

typedef unsigned int nfds_t;

int poll(struct pollfd fds[], nfds_t count, int timeout_ms);

#endif
