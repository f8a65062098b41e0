/* SPDX-License-Identifier: MIT */
/*
 * Instructions that a program must not or cannot execute become signals:
 * privileged ones SIGSEGV, undefined ones SIGILL, a division by zero SIGFPE,
 * int3 SIGTRAP (signal(7), Intel SDM volume 3, section 6.3).
 */
#include "tap.h"

static int child_hlt(void *unused)
{
    (void)unused;
    __asm__ volatile("hlt");
    return 0;
}

static int child_cli(void *unused)
{
    (void)unused;
    __asm__ volatile("cli");
    return 0;
}

static int child_in(void *unused)
{
    unsigned char value;

    (void)unused;
    __asm__ volatile("inb $0x60, %0" : "=a"(value));
    return value;
}

static int child_out(void *unused)
{
    (void)unused;
    __asm__ volatile("outb %b0, %w1" : : "a"(0), "d"(0x80));
    return 0;
}

static int child_reads_cr0(void *unused)
{
    unsigned long value;

    (void)unused;
    __asm__ volatile("movl %%cr0, %0" : "=r"(value));
    return (int)value;
}

static int child_lgdt(void *arg)
{
    __asm__ volatile("lgdt (%0)" : : "r"(arg));
    return 0;
}

static int child_bad_selector(void *unused)
{
    (void)unused;
    __asm__ volatile("movw %w0, %%es" : : "r"(0x08));
    return 0;
}

static int child_bad_interrupt(void *unused)
{
    (void)unused;
    __asm__ volatile("int $0x20");
    return 0;
}

static int child_ud2(void *unused)
{
    (void)unused;
    __asm__ volatile("ud2");
    return 0;
}

static int child_divides(void *unused)
{
    volatile int one = 1, zero = 0;

    (void)unused;
    return one / zero;
}

static int child_divides_too_large(void *unused)
{
    volatile int least = -2147483647 - 1, minus_one = -1;

    (void)unused;
    return least / minus_one;
}

static int child_int3(void *unused)
{
    (void)unused;
    __asm__ volatile("int3");
    return 0;
}

static int child_single_steps(void *unused)
{
    (void)unused;
    __asm__ volatile("pushfl\n\torl $0x100, (%esp)\n\tpopfl\n\tnop");
    return 0;
}

static int child_loads_stack(void *unused)
{
    (void)unused;
    __asm__ volatile("movl $0, %esp\n\tpushl $1");
    return 0;
}

int main(void)
{
    static const struct {
        int (*body)(void *);
        int sig;
        const char *what;
    } row[] = {
        {child_hlt, SIGSEGV, "hlt: SIGSEGV"},
        {child_cli, SIGSEGV, "cli: SIGSEGV"},
        {child_in, SIGSEGV, "in: SIGSEGV"},
        {child_out, SIGSEGV, "out: SIGSEGV"},
        {child_reads_cr0, SIGSEGV, "mov from cr0: SIGSEGV"},
        {child_lgdt, SIGSEGV, "lgdt: SIGSEGV"},
        {child_bad_selector, SIGSEGV, "a kernel's selector: SIGSEGV"},
        {child_bad_interrupt, SIGSEGV, "int 0x20: SIGSEGV"},
        {child_ud2, SIGILL, "ud2: SIGILL"},
        {child_divides, SIGFPE, "a division by zero: SIGFPE"},
        {child_divides_too_large, SIGFPE, "a quotient too large: SIGFPE"},
        {child_int3, SIGTRAP, "int3: SIGTRAP"},
        {child_single_steps, SIGTRAP, "the trap flag: SIGTRAP"},
        {child_loads_stack, SIGSEGV, "a push through ESP 0: SIGSEGV"},
    };
    enum { ROWS = sizeof row / sizeof *row };
    char operand[8] = {0};
    int status;

    plan(ROWS);
    for (int i = 0; i < ROWS; i++) {
        status = child_run(row[i].body, operand);
        if (!ok(killed_by(status, row[i].sig), row[i].what))
            diag("status 0x%x", (unsigned int)status);
    }
    return done();
}
