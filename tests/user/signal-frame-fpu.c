/* SPDX-License-Identifier: MIT */
/*
 * A handler begins with fresh floating-point registers. The interrupted ones
 * stand in its frame, and what it changes there is in force after its return
 * (sigreturn(2), System V i386 ABI).
 */
#include "tap.h"
#include "raw.h"

/* The frame's first words are FNSAVE's (Intel SDM 1, 8.1.10). */
enum { CONTROL = 0, TAGS = 2, FIRST_REGISTER = 7 };
enum { FRESH_CONTROL = 0x37f, UP_CONTROL = 0xb7f };

static volatile unsigned int fresh, saved, tags, significand;

static void on_trap(int sig, siginfo_t *info, void *context)
{
    struct raw_ucontext *uc = context;
    unsigned int *fpu = (unsigned int *)uc->registers.fpstate;
    unsigned short control;

    (void)sig;
    (void)info;
    __asm__ volatile("fnstcw %0" : "=m"(control));
    fresh = control;
    saved = fpu[CONTROL] & 0xffff;
    tags = fpu[TAGS] & 0xffff;
    significand = fpu[FIRST_REGISTER + 1];
    fpu[FIRST_REGISTER + 1] = 0xc0000000; /* 1.0 becomes 1.5 */
}

int main(void)
{
    unsigned short up = UP_CONTROL, control;
    struct sigaction act;
    double result;

    plan(6);
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_trap;
    act.sa_flags = SA_SIGINFO;
    must(sigaction(SIGTRAP, &act, NULL));
    __asm__ volatile("fninit\n\t"
                     "fldcw %2\n\t"
                     "fld1\n\t"
                     "int3\n\t"
                     "fstpl %0\n\t"
                     "fnstcw %1\n\t"
                     "fninit"
                     : "=m"(result), "=m"(control)
                     : "m"(up)
                     : "memory");
    is(fresh, FRESH_CONTROL, "the handler's control word is fresh");
    is(saved, UP_CONTROL, "the program's is in the frame");
    is(tags, 0x3fff, "and one register is marked as valid");
    is((long)significand, (long)0x80000000, "which holds the program's 1.0");
    ok(result == 1.5, "what the handler made of it is there after");
    is(control, UP_CONTROL, "and so is the program's control word");
    return done();
}
