/* SPDX-License-Identifier: MIT */
/*
 * A program sleeps with its thread-local segment loaded, so the CPU idles while
 * GS still selects it; interrupts taken then must not stumble over a descriptor
 * that is another process's, or none.  Nor when the program itself removes the
 * segment while it is loaded (set_thread_area(2)).
 */
#include "tap.h"

#include <sys/syscall.h>

struct segment {
    unsigned int number, base, limit, flags;
};

#define FLAGS_DATA_32BIT 0x51u /* 32-bit, limit in pages, useable */
#define FLAGS_EMPTY 0x28u      /* read_exec_only, seg_not_present */
#define SELECTOR_USER 3

static unsigned int word = 4711;

static unsigned int read_through_gs(void)
{
    unsigned int value;
    __asm__ volatile("movl %%gs:0, %0" : "=r"(value));
    return value;
}

static unsigned int load_gs(unsigned int selector)
{
    __asm__ volatile("movl %0, %%gs" : : "r"(selector));
    return selector;
}

int main(void)
{
    struct segment s = {-1u, (unsigned int)(unsigned long)&word, 0xfffff,
                        FLAGS_DATA_32BIT};
    struct timespec nap = {0, 50000000};

    plan(5);
    is(syscall(SYS_set_thread_area, &s), 0, "a segment");
    load_gs(s.number << 3 | SELECTOR_USER);
    is(read_through_gs(), 4711, "is loaded");
    is(nanosleep(&nap, NULL), 0, "sleeping with it");
    is(read_through_gs(), 4711, "it is still loaded");
    struct segment empty = {s.number, 0, 0, FLAGS_EMPTY};
    is(syscall(SYS_set_thread_area, &empty), 0, "removing it while loaded");
    nanosleep(&nap, NULL);
    return done();
}
