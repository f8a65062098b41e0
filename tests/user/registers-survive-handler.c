/* SPDX-License-Identifier: MIT */
/*
 * After a handler that came at any instruction all registers are as before
 * (sigreturn(2)).
 */
#include "tap.h"

enum { SIGNALS = 200 };

static volatile sig_atomic_t count;

static void on_signal(int sig)
{
    (void)sig;
    count++;
    __asm__ volatile("movl $-1, %%eax\n\tmovl $-1, %%ecx\n\t"
                     "movl $-1, %%edx\n\tcmpl %%eax, %%ecx"
                     : : : "eax", "ecx", "edx", "cc");
}

/* Counts four registers up together; false when they disagree. */
static bool registers_agree(void)
{
    unsigned long a = 0, b = 1, c = 2, d = 3, turns = 100000;

    __asm__ volatile("1:\n\t"
                     "incl %0\n\tincl %1\n\tincl %2\n\tincl %3\n\t"
                     "decl %4\n\t"
                     "jnz 1b"
                     : "+c"(a), "+d"(b), "+S"(c), "+D"(d), "+a"(turns)
                     :
                     : "cc");
    return a == 100000 && b == a + 1 && c == a + 2 && d == a + 3;
}

static int child_signals(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    for (;;)
        if (kill(parent, SIGUSR1) == -1)
            return 1;
}

int main(void)
{
    bool is_good = true;
    pid_t pid;

    plan(2);
    handle(SIGUSR1, on_signal, 0);
    pid = child_start(child_signals, NULL);
    while (count < SIGNALS && is_good)
        is_good = registers_agree();
    child_kill(pid);
    ok(is_good, "four registers agree over 200 signals");
    ok(count >= SIGNALS, "which came");
    return done();
}
