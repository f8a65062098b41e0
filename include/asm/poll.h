/* SPDX-License-Identifier: MIT */
/* poll(2). */
#pragma once

struct pollfd {
    int fd;
    short events;
    short revents;
};

#define POLLIN 0x001
#define POLLPRI 0x002
#define POLLOUT 0x004
#define POLLERR 0x008
#define POLLHUP 0x010
#define POLLNVAL 0x020
#define POLLRDNORM 0x040
#define POLLRDBAND 0x080
#define POLLWRNORM 0x100
#define POLLWRBAND 0x200

/* The first select had one argument: the address of its five. */
struct select_args {
    int count;
    unsigned long read, write, except, timeout;
};
