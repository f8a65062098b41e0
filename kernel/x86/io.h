/* SPDX-License-Identifier: MIT */
/* Port input and output: how the CPU talks to the 8259, 8254, 16550 and 8042. */
#pragma once

#include "lib/types.h"

static inline uint8_t inb(uint16_t port)
{
    uint8_t value;

    __asm__ volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

static inline void outb(uint16_t port, uint8_t value)
{
    __asm__ volatile("outb %0, %1" : : "a"(value), "Nd"(port));
}

static inline void outw(uint16_t port, uint16_t value)
{
    __asm__ volatile("outw %0, %1" : : "a"(value), "Nd"(port));
}

/* Gives a slow device the time of one write to the unused port 0x80. */
static inline void io_delay(void)
{
    outb(0x80, 0);
}
