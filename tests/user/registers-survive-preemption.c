/* SPDX-License-Identifier: MIT */
/*
 * A process does not notice that others run in between: registers and flags
 * hold their values over preemption and over handlers of asynchronous
 * signals.
 */
#include "tap.h"

enum { SPINNERS = 3, TICKS = 15 };

static volatile sig_atomic_t count;

static void on_signal(int sig)
{
    (void)sig;
    count++;
    __asm__ volatile("movl $-1, %%eax\n\tmovl $-1, %%ecx\n\t"
                     "movl $-1, %%edx\n\tstd\n\tcld"
                     : : : "eax", "ecx", "edx", "cc");
}

/* Counts ECX up and EDX, ESI, EDI along with it; they must agree. */
static bool spin_agrees(unsigned long seed)
{
    unsigned long a = seed, b = seed + 1, c = seed + 2, d = seed + 3;
    unsigned long turns = 2000000;

    __asm__ volatile("1:\n\t"
                     "incl %0\n\tincl %1\n\tincl %2\n\tincl %3\n\t"
                     "decl %4\n\t"
                     "jnz 1b"
                     : "+c"(a), "+d"(b), "+S"(c), "+D"(d), "+a"(turns)
                     :
                     : "cc");
    return a == seed + 2000000 && b == a + 1 && c == a + 2 && d == a + 3;
}

static int child_spins(void *arg)
{
    unsigned long seed = *(unsigned long *)arg;

    handle(SIGUSR1, on_signal, 0);
    while (proc_stat_field(getpid(), 14) < TICKS)
        expect(spin_agrees(seed));
    return 0;
}

int main(void)
{
    pid_t pid[SPINNERS];
    unsigned long seed;
    int good = 0;

    plan(2);
    for (int i = 0; i < SPINNERS; i++) {
        seed = 0x1000000UL * (unsigned long)(i + 1);
        pid[i] = child_start(child_spins, &seed);
    }
    ok(wait_until(proc_stat_field(pid[0], 14) > 1 &&
                  proc_stat_field(pid[1], 14) > 1 &&
                  proc_stat_field(pid[2], 14) > 1),
       "three processes run at once");
    for (int i = 0; i < SPINNERS; i++)
        good += exited_with(child_wait(pid[i]), 0);
    is(good, SPINNERS, "each keeps its registers");
    return done();
}
