/* SPDX-License-Identifier: MIT */
/*
 * brk() moves the end of the data segment; new memory is zero, memory given
 * back is gone, and growing again gives zeros (brk(2)).
 */
#include "tap.h"
#include "raw.h"

enum { PAGE = 4096, GROW = 64 * PAGE };

static int child_reads(void *at)
{
    return *(volatile char *)at;
}

static bool is_zero(const char *at, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (at[i] != 0)
            return false;
    return true;
}

int main(void)
{
    long start = raw_call(SYS_brk, 0, 0, 0);
    long base = (start + PAGE - 1) / PAGE * PAGE;
    char *memory = (char *)base;

    plan(9);
    ok(start > 0, "brk(0) tells the end");
    is(raw_call(SYS_brk, base + GROW, 0, 0), base + GROW, "it grows");
    ok(is_zero(memory, GROW), "by zeros");
    memset(memory, 'x', GROW);
    is(raw_call(SYS_brk, base + PAGE, 0, 0), base + PAGE, "it shrinks");
    ok(memory[0] == 'x' && memory[PAGE - 1] == 'x', "the rest is kept");
    ok(killed_by(child_run(child_reads, memory + PAGE), SIGSEGV),
       "what was given back is gone");
    must(raw_call(SYS_brk, base + GROW, 0, 0) == base + GROW ? 0 : -1);
    ok(is_zero(memory + PAGE, GROW - PAGE), "grown again it is zero");
    is(raw_call(SYS_brk, 1, 0, 0), base + GROW,
       "an impossible end changes nothing and returns the present one");
    is(raw_call(SYS_brk, (long)0xfffff000, 0, 0), base + GROW,
       "nor does one beyond all memory");
    return done();
}
