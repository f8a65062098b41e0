/* SPDX-License-Identifier: MIT */
/*
 * clone() with CLONE_SETTLS gave the child's thread-local storage to the parent as
 * well, until somebody else ran.
 */
#include "raw.h"
#include "tap.h"

enum { SETTLS = 0x80000, PARENTS = 0x1111, CHILDS = 0x2222, ROUNDS = 20 };

/* set_thread_area(2). */
struct descriptor {
    unsigned int entry, base, limit, bits;
};

enum { BITS = 0x51 }; /* 32 bits wide, in pages, usable */

static int parents = PARENTS, childs = CHILDS;

static int read_by_fs(void)
{
    int value;

    __asm__ volatile("movl %%fs:0, %0" : "=r"(value));
    return value;
}

static struct descriptor descriptor_of(const int *word, unsigned int entry)
{
    return (struct descriptor){entry, (unsigned int)(uintptr_t)word, 0xfffff,
                               BITS};
}

int main(void)
{
    struct descriptor own = descriptor_of(&parents, ~0u), other;
    int good_parents = 0, good_children = 0;

    plan(3);
    is(raw_call(SYS_set_thread_area, (long)&own, 0, 0), 0, "a slot");
    __asm__ volatile("movw %w0, %%fs" : : "r"(own.entry * 8 + 3));
    other = descriptor_of(&childs, own.entry);
    for (int i = 0; i < ROUNDS; i++) {
        long pid = syscall(SYS_clone, SETTLS | SIGCHLD, 0, 0, &other, 0);
        int value = read_by_fs();

        if (pid == 0)
            _exit(value == CHILDS ? 0 : 1);
        good_parents += value == PARENTS;
        good_children += exited_with(child_wait((pid_t)pid), 0);
    }
    is(good_parents, ROUNDS, "the parent's is as before");
    is(good_children, ROUNDS, "the child has its own");
    return done();
}
