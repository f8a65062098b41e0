/* SPDX-License-Identifier: MIT */
/*
 * The stack pointer is on the alternate stack from above its base up to its end; and
 * none at all may have SS_AUTODISARM (sigaltstack(2)).
 */
#include "tap.h"

#include "raw.h"

#ifndef SS_AUTODISARM
#define SS_AUTODISARM (1U << 31)
#endif

enum { BYTES = 8192 };

static char area[BYTES + 16] __attribute__((aligned(16)));

/* ss_flags as told to who has SP as its stack pointer. */
static int flags_at(char *sp)
{
    static stack_t old;
    long result, own;

    __asm__ volatile("movl %%esp, %%esi\n\t"
                     "movl %%edx, %%esp\n\t"
                     "int $0x80\n\t"
                     "movl %%esi, %%esp"
                     : "=a"(result), "=S"(own)
                     : "0"(SYS_sigaltstack), "b"(0), "c"(&old), "d"(sp)
                     : "memory");
    (void)own;
    return result == 0 ? old.ss_flags : -1;
}

int main(void)
{
    stack_t stack = {.ss_sp = area, .ss_size = BYTES}, old;

    plan(7);
    must(sigaltstack(&stack, NULL));
    is(flags_at(area), 0, "at the base it is not there");
    is(flags_at(area + 1), SS_ONSTACK, "above it is");
    is(flags_at(area + BYTES), SS_ONSTACK, "and at the end");
    is(flags_at(area + BYTES + 1), 0, "but not beyond");
    stack.ss_flags = (int)(SS_DISABLE | SS_AUTODISARM);
    is(sigaltstack(&stack, NULL), 0, "none, with SS_AUTODISARM");
    must(sigaltstack(NULL, &old));
    is(old.ss_flags, (int)(SS_DISABLE | SS_AUTODISARM), "is told so");
    ok(old.ss_sp == NULL && old.ss_size == 0, "and has no room");
    return done();
}
