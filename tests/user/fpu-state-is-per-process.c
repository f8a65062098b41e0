/* SPDX-License-Identifier: MIT */
/*
 * The floating-point registers belong to the process: they survive switches
 * and handlers, and a child starts with a copy (fork(2)).
 */
#include "tap.h"

enum { TICKS = 8 };

static volatile int handler_made;

static void on_signal(int sig)
{
    volatile long double x = 3.0L;

    x = x * x + (long double)sig;
    handler_made = x > 9.0L;
}

/* Loads a value, lets others run, and reads it back from the register. */
static int child_keeps(void *arg)
{
    int seed = *(int *)arg;
    int result;

    while (proc_stat_field(getpid(), 14) < TICKS) {
        __asm__ volatile("fildl %1\n\t"
                         "movl $300000, %%ecx\n"
                         "1:\n\t"
                         "fld1\n\t"
                         "fstp %%st(0)\n\t"
                         "decl %%ecx\n\t"
                         "jnz 1b\n\t"
                         "fistpl %0"
                         : "=m"(result)
                         : "m"(seed)
                         : "ecx", "memory", "cc", "st");
        expect(result == seed);
    }
    return 0;
}

int main(void)
{
    int seed[3] = {1111, 2222, 3333}, good = 0, result = 0;
    int pid, value = 77, mine = getpid();
    pid_t child[3];

    plan(4);
    for (int i = 0; i < 3; i++)
        child[i] = child_start(child_keeps, &seed[i]);
    for (int i = 0; i < 3; i++)
        good += exited_with(child_wait(child[i]), 0);
    is(good, 3, "three processes keep their values");
    handle(SIGUSR1, on_signal, 0);
    __asm__ volatile("fildl %2\n\t"
                     "pushl %%ebx\n\t"
                     "movl %3, %%ebx\n\t"
                     "int $0x80\n\t"
                     "popl %%ebx\n\t"
                     "fistpl %1"
                     : "=a"(pid), "=m"(result)
                     : "m"(value), "S"(mine), "0"(37), "c"(SIGUSR1)
                     : "memory", "st");
    is(result, 77, "a value survives a handler that calculates");
    is(handler_made, 1, "which got its own right");
    __asm__ volatile("fildl %2\n\t"
                     "int $0x80\n\t"
                     "fistpl %1"
                     : "=a"(pid), "=m"(result)
                     : "m"(value), "0"(2)
                     : "memory", "st");
    if (pid == 0)
        _exit(result == 77 ? 0 : 1);
    ok(exited_with(child_wait(pid), 0), "a child starts with the parent's");
    return done();
}
