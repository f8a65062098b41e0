/* SPDX-License-Identifier: MIT */
/*
 * A system call changes EAX alone: all other registers and the flags are as
 * before (syscall(2), architecture calling conventions).
 */
#include "tap.h"
#include "raw.h"

enum { REGISTERS = 6, ROUNDS = 1000 };

static unsigned long before[REGISTERS] = {0x11111111, 0x22222222, 0x33333333,
                                          0x44444444, 0x55555555, 0};
static unsigned long after[REGISTERS];
static unsigned long flags_before, flags_after;

/* Loads ECX EDX ESI EDI EBP, makes the call, and stores them. */
static void call_and_note(unsigned long number)
{
    __asm__ volatile("pushl %%ebp\n\t"
                     "pushl %%ebx\n\t"
                     "movl $0x66666666, %%ebx\n\t"
                     "movl before+0, %%ecx\n\t"
                     "movl before+4, %%edx\n\t"
                     "movl before+8, %%esi\n\t"
                     "movl before+12, %%edi\n\t"
                     "movl before+16, %%ebp\n\t"
                     "pushfl\n\t"
                     "popl flags_before\n\t"
                     "int $0x80\n\t"
                     "movl %%ecx, after+0\n\t"
                     "movl %%edx, after+4\n\t"
                     "movl %%esi, after+8\n\t"
                     "movl %%edi, after+12\n\t"
                     "movl %%ebp, after+16\n\t"
                     "movl %%ebx, after+20\n\t"
                     "pushfl\n\t"
                     "popl flags_after\n\t"
                     "popl %%ebx\n\t"
                     "popl %%ebp"
                     : "+a"(number), "+m"(before), "=m"(after),
                       "=m"(flags_before), "=m"(flags_after)
                     :
                     : "ecx", "edx", "esi", "edi", "memory", "cc");
}

static bool is_kept(unsigned long number)
{
    memset(after, 0, sizeof after);
    before[REGISTERS - 1] = 0x66666666;
    call_and_note(number);
    return memcmp(before, after, sizeof before) == 0 &&
           flags_before == flags_after;
}

int main(void)
{
    bool is_always = true;

    plan(5);
    ok(is_kept(SYS_getpid), "over getpid");
    ok(is_kept(SYS_sched_yield), "over sched_yield");
    ok(is_kept(RAW_NO_SUCH_CALL), "over a call that does not exist");
    ok(is_kept(SYS_close), "over a failing call");
    for (int i = 0; i < ROUNDS; i++)
        is_always = is_always && is_kept(SYS_getppid);
    ok(is_always, "over a thousand more");
    return done();
}
