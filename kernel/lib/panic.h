/* SPDX-License-Identifier: MIT */
/*
 * What happens when the kernel finds one of its own invariants broken: it says
 * so in a sentence, shows registers, process, backtrace and last events, and
 * stays there.  Only broken kernel invariants come here; a program's mistake
 * is an error code or a signal, and exhaustion is -ENOMEM.
 */
#pragma once

#include "lib/types.h"

struct trapframe;

/* Stops the machine with the sentence FORMAT. Context: any. */
void panic(const char *format, ...) NORETURN PRINTF_LIKE(1, 2);

/*
 * The same for a trap in the kernel: FRAME holds the registers to show.
 * Surprise: the backtrace then starts at FRAME, whose layout lib does not know,
 * so the section that prints the registers also prints the backtrace.
 */
void panic_at(const struct trapframe *frame, const char *format, ...) NORETURN
    PRINTF_LIKE(2, 3);

/*
 * Adds a paragraph to what a panic prints (the process, the registers, the
 * last events): a higher room registers it, so that lib knows none of them.
 * Sections are printed in the order of registration; one that panics itself is
 * cut short, and the next follows.
 * Context: boot.
 */
struct panic_section {
    void (*print)(const struct trapframe *frame_or_null);
    struct panic_section *next;
};
void panic_add_section(struct panic_section *section);

/* Stops the machine without a word. */
void panic_halt(void) NORETURN;

/* An invariant, always checked: the sentence names what must hold. */
#define ASSERT(condition)                                                      \
    do {                                                                       \
        if (__builtin_expect(!(condition), 0))                                 \
            panic("assertion failed at %s:%d: %s", __FILE__, __LINE__,         \
                  #condition);                                                 \
    } while (0)
