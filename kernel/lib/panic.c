/* SPDX-License-Identifier: MIT */
/*
 * The end: what the kernel does when one of its own invariants is broken.
 *
 * Called by ASSERT, by the trap code for a fault in the kernel and by
 * whoever finds nonsense, in any context.  Owns the list of sections, which
 * higher rooms register at boot.  Invariant: it always comes to its end.  A
 * panic within a panic says so, drops the section that caused it and goes on
 * with the next, for the list only ever gets shorter.
 * Read next: lib/ksyms.c, the backtrace; debug/trace.c, the last events.
 */
#include "lib/panic.h"

#include "lib/ksyms.h"
#include "lib/printf.h"

#define PANIC_COUNT_MAX 16u /* then not even a sentence can be printed */

static struct panic_section *panic_sections;
static struct panic_section **panic_last = &panic_sections;
static unsigned int panic_count;

void panic_add_section(struct panic_section *section)
{
    section->next = NULL;
    *panic_last = section;
    panic_last = &section->next;
}

/* Interrupts off, and stays there: only a non-maskable interrupt ends a hlt. */
void panic_halt(void)
{
    for (;;)
        __asm__ volatile("cli; hlt");
}

static void NORETURN panic_run(const struct trapframe *frame_or_null,
                               const char *format, va_list args)
{
    bool is_first = panic_count == 0;

    __asm__ volatile("cli");
    if (panic_count++ == PANIC_COUNT_MAX)
        panic_halt();
    klog("\n%s: ", is_first ? "panic" : "panic within the panic");
    klog_vprint(format, args);
    klog("\n");
    if (is_first && frame_or_null == NULL) {
        klog("\n");
        ksyms_backtrace(0, (vaddr_t)(uintptr_t)__builtin_frame_address(0));
    }
    while (panic_sections != NULL) {
        struct panic_section *section = panic_sections;

        panic_sections = section->next;
        klog("\n");
        section->print(frame_or_null);
    }
    klog("\nThe kernel has stopped.\n");
    panic_halt();
}

void panic(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    panic_run(NULL, format, args);
}

void panic_at(const struct trapframe *frame, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    panic_run(frame, format, args);
}
