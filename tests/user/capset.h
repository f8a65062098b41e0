/* SPDX-License-Identifier: MIT */
/* The capability sets of the calling process, for tests of capset(2). */
#pragma once

#include "tap.h"
#include "raw.h"

#define CAP_BIT(cap) (1ULL << (cap))

struct caps {
    unsigned long long effective, permitted, inheritable;
};

struct caps_header {
    unsigned int version;
    int pid;
};

enum { CAPS_VERSION = 0x20080522 };

static inline struct caps caps_get(void)
{
    struct caps_header header = {CAPS_VERSION, 0};
    unsigned int data[6];

    if (raw_call(SYS_capget, (long)&header, (long)data, 0) != 0)
        tap_bail("capget");
    return (struct caps){data[3] * CAP_BIT(32) + data[0],
                         data[4] * CAP_BIT(32) + data[1],
                         data[5] * CAP_BIT(32) + data[2]};
}

/* Returns the kernel's own result. */
static inline long caps_set(struct caps caps)
{
    struct caps_header header = {CAPS_VERSION, 0};
    unsigned int data[6] = {
        (unsigned int)caps.effective,         (unsigned int)caps.permitted,
        (unsigned int)caps.inheritable,       (unsigned int)(caps.effective >> 32),
        (unsigned int)(caps.permitted >> 32), (unsigned int)(caps.inheritable >> 32)};

    return raw_call(SYS_capset, (long)&header, (long)data, 0);
}
