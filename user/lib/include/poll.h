/* SPDX-License-Identifier: MIT */
/* Waiting for several files: poll(2). */
#pragma once

#include <asm/poll.h>
#include <asm/signal.h>
#include <asm/time.h>

typedef unsigned int nfds_t;

int ppoll(struct pollfd fds[], nfds_t count, const struct timespec *timeout,
          const sigset_t *mask);
int poll(struct pollfd fds[], nfds_t count, int timeout_ms);
