/* SPDX-License-Identifier: MIT */
/*
 * A handler takes away the segment that the interrupted code has in FS: the one in
 * GS, which is good, was lost with it at the return.
 */
#include "tap.h"
#include "raw.h"

enum { RPL_USER_GDT = 3, FLAG_BITS = 0x51, EMPTY_BITS = 0x28 };

struct raw_user_desc {
    unsigned int entry;
    unsigned long base;
    unsigned int limit;
    unsigned int flags;
};

static unsigned int word = 7, fs_entry;

/* A new data segment at WORD. Returns: its entry. */
static unsigned int segment_make(void)
{
    struct raw_user_desc desc = {(unsigned int)-1, (unsigned long)&word, 0xfffff,
                                 FLAG_BITS};

    must(raw_call(SYS_set_thread_area, (long)&desc, 0, 0));
    return desc.entry;
}

static void on_signal(int sig)
{
    struct raw_user_desc empty = {fs_entry, 0, 0, EMPTY_BITS};

    (void)sig;
    raw_call(SYS_set_thread_area, (long)&empty, 0, 0);
}

int main(void)
{
    unsigned int gs, fs, after;

    plan(2);
    handle(SIGUSR1, on_signal, 0);
    __asm__ volatile("movl %%gs, %0" : "=r"(gs));
    if (gs == 0) { /* no C library that keeps something there */
        gs = segment_make() << 3 | RPL_USER_GDT;
        __asm__ volatile("movl %0, %%gs" : : "r"(gs));
    }
    fs_entry = segment_make();
    __asm__ volatile("movl %0, %%fs" : : "r"(fs_entry << 3 | RPL_USER_GDT));
    raw_call(SYS_kill, raw_call(SYS_getpid, 0, 0, 0), SIGUSR1, 0);
    __asm__ volatile("movl %%fs, %0\n\tmovl %%gs, %1" : "=r"(fs), "=r"(after));
    is(fs, 0, "FS is the null segment");
    is(after, gs, "GS is what it was");
    return done();
}
