/* SPDX-License-Identifier: MIT */
/*
 * The kernel's own forms of what a C library hides: for the tests that make
 * raw system calls or look into a signal frame (sigaction(2), sigreturn(2)).
 * Names are prefixed, for any C library's headers may be included as well.
 */
#pragma once

#include <sys/syscall.h>

enum { RAW_SIGSET_SIZE = 8, RAW_NO_SUCH_CALL = 511 };

#define RAW_SA_RESTORER 0x04000000UL

struct raw_sigaction {
    void (*handler)(int);
    unsigned long flags;
    void (*restorer)(void);
    unsigned long mask[2];
};

struct raw_old_sigaction {
    void (*handler)(int);
    unsigned long mask;
    unsigned long flags;
    void (*restorer)(void);
};

struct raw_sigcontext {
    unsigned long gs, fs, es, ds;
    unsigned long edi, esi, ebp, esp, ebx, edx, ecx, eax;
    unsigned long trapno, err, eip, cs, eflags, esp_at_signal, ss;
    unsigned long fpstate, oldmask, cr2;
};

struct raw_ucontext {
    unsigned long flags;
    unsigned long link;
    unsigned long stack[3];
    struct raw_sigcontext registers;
    unsigned long mask[2];
};

/* The mask bit of SIG in a kernel's word. */
#define RAW_BIT(sig) (1UL << ((sig) - 1))

/* int $0x80 with up to three arguments; returns the kernel's own result,
 * -errno included. */
static inline long raw_call(long number, long a, long b, long c)
{
    long result;

    __asm__ volatile("int $0x80"
                     : "=a"(result)
                     : "0"(number), "b"(a), "c"(b), "d"(c)
                     : "memory");
    return result;
}

/* The same with four. */
static inline long raw_call4(long number, long a, long b, long c, long d)
{
    long result;

    __asm__ volatile("int $0x80"
                     : "=a"(result)
                     : "0"(number), "b"(a), "c"(b), "d"(c), "S"(d)
                     : "memory");
    return result;
}
