/* SPDX-License-Identifier: MIT */
/*
 * set_thread_area() gives the process a segment of its own, which a child
 * inherits and which survives switches and handlers (set_thread_area(2)).
 */
#include "tap.h"
#include "raw.h"

enum { RPL_USER_GDT = 3, FLAG_BITS = 0x51, ROUNDS = 200 };

struct raw_user_desc {
    unsigned int entry;
    unsigned long base;
    unsigned int limit;
    unsigned int flags; /* 32-bit, limit in pages, useable */
};

static unsigned long area[4];
static volatile sig_atomic_t caught;

/* FS is used: the C library may have GS. */
static unsigned long area_read(void)
{
    unsigned long value;

    __asm__ volatile("movl %%fs:4, %0" : "=r"(value));
    return value;
}

static void on_signal(int sig)
{
    (void)sig;
    caught = area_read() == 0x12345678;
}

static int child_reads(void *unused)
{
    (void)unused;
    for (int i = 0; i < ROUNDS; i++) {
        expect(area_read() == 0x12345678);
        syscall(SYS_sched_yield);
    }
    return 0;
}

int main(void)
{
    struct raw_user_desc desc = {(unsigned int)-1, 0, 0xfffff, FLAG_BITS};
    int good = 0;
    pid_t a, b;

    plan(6);
    area[1] = 0x12345678;
    desc.base = (unsigned long)area;
    is(syscall(SYS_set_thread_area, &desc), 0, "set_thread_area");
    ok(desc.entry >= 6 && desc.entry <= 100, "tells the entry it chose");
    __asm__ volatile("movw %w0, %%fs"
                     : : "r"(desc.entry * 8 + RPL_USER_GDT));
    is((long)area_read(), 0x12345678, "the segment starts at our area");
    a = child_start(child_reads, NULL);
    b = child_start(child_reads, NULL);
    for (int i = 0; i < ROUNDS; i++) {
        good += area_read() == 0x12345678;
        syscall(SYS_sched_yield);
    }
    is(good, ROUNDS, "it survives switches");
    ok(exited_with(child_wait(a), 0) && exited_with(child_wait(b), 0),
       "in the children, too");
    handle(SIGUSR1, on_signal, 0);
    raise(SIGUSR1);
    ok(caught && area_read() == 0x12345678, "and a handler");
    return done();
}
