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

#define PANIC_SENTENCE_MAX 256

static struct panic_section *panic_sections;
static struct panic_section **panic_last = &panic_sections;
static bool panic_is_running;
static bool panic_is_at_end;

void panic_add_section(struct panic_section *section)
{
    section->next = NULL;
    *panic_last = section;
    panic_last = &section->next;
}

/* Interrupts off, and stays there: only a non-maskable interrupt ends a hlt. */
static void panic_halt(void) NORETURN;
static void panic_halt(void)
{
    for (;;) {
#if defined(__i386__)
        __asm__ volatile("cli; hlt");
#endif
    }
}

static void panic_run(const struct trapframe *frame_or_null,
                      const char *format, va_list args) NORETURN;
static void panic_run(const struct trapframe *frame_or_null,
                      const char *format, va_list args)
{
    char sentence[PANIC_SENTENCE_MAX];

#if defined(__i386__)
    __asm__ volatile("cli");
#endif
    if (panic_is_at_end)
        panic_halt();
    vsnprintf(sentence, sizeof(sentence), format, args);
    klog("\n%s: %s\n", panic_is_running ? "panic within the panic" : "panic",
         sentence);
    if (!panic_is_running && frame_or_null == NULL) {
        panic_is_running = true;
        klog("\n");
        ksyms_backtrace(0, (vaddr_t)(uintptr_t)__builtin_frame_address(0));
    }
    panic_is_running = true;
    while (panic_sections != NULL) {
        struct panic_section *section = panic_sections;

        panic_sections = section->next;
        klog("\n");
        section->print(frame_or_null);
    }
    panic_is_at_end = true;
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
