/* SPDX-License-Identifier: MIT */
/*
 * A handler takes away the segment that the interrupted code has in FS: the
 * return loads the null segment, whose use is then a fault (set_thread_area(2)).
 */
#include "tap.h"
#include "raw.h"

enum { RPL_USER_GDT = 3, FLAG_BITS = 0x51, EMPTY_BITS = 0x28 };

static struct raw_user_desc {
    unsigned int entry;
    unsigned long base;
    unsigned int limit;
    unsigned int flags;
} desc = {(unsigned int)-1, 0, 0xfffff, FLAG_BITS};

static void on_signal(int sig)
{
    struct raw_user_desc empty = {desc.entry, 0, 0, EMPTY_BITS};

    (void)sig;
    expect(raw_call(SYS_set_thread_area, (long)&empty, 0, 0) == 0);
}

static int child_loses_segment(void *is_used)
{
    unsigned long word = 7, found = 0;

    handle(SIGUSR1, on_signal, 0);
    desc.base = (unsigned long)&word;
    expect(raw_call(SYS_set_thread_area, (long)&desc, 0, 0) == 0);
    __asm__ volatile("movl %1, %%fs\n\tmovl %%fs:0, %0"
                     : "=r"(found) : "r"(desc.entry << 3 | RPL_USER_GDT));
    expect(found == 7);
    raise(SIGUSR1);
    if (*(int *)is_used)
        __asm__ volatile("movl %%fs:0, %0" : "=r"(found));
    return 0;
}

int main(void)
{
    int is_used = 0;

    plan(2);
    ok(exited_with(child_run(child_loses_segment, &is_used), 0),
       "the return does no harm");
    is_used = 1;
    ok(killed_by(child_run(child_loses_segment, &is_used), SIGSEGV),
       "the segment's use does");
    return done();
}
