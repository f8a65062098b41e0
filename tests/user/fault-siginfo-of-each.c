/* SPDX-License-Identifier: MIT */
/*
 * Each kind of fault has its signal, si_code and address, and its handler finds
 * the trap's number, error code and address in the context (sigaction(2),
 * Intel SDM 3, 6.15).
 */
#include "tap.h"
#include "raw.h"

#include <setjmp.h>

enum { NONE, EIP, DATA }; /* what si_addr is */
#define BAD_ADDRESS 8

static volatile int *volatile nowhere = (volatile int *)BAD_ADDRESS;

static void at_breakpoint(void) { __asm__ volatile("int3"); }
static void at_write(void) { *nowhere = 1; }
static void at_read(void) { (void)*nowhere; }
static void at_text(void) { *(volatile char *)at_read = 0; }
static void at_vector(void) { __asm__ volatile("int $0x81"); }
static void at_into(void) { __asm__ volatile("int $4"); }
static void at_opcode(void) { __asm__ volatile("ud2"); }
static void at_privileged(void) { __asm__ volatile("hlt"); }

static void at_selector(void)
{
    __asm__ volatile("movl $0x12345668, %%eax\n\tmovl %%eax, %%fs" : : : "eax");
}

static void at_step(void)
{
    __asm__ volatile("pushfl\n\torl $0x100, (%%esp)\n\tpopfl\n\tnop\n\tnop"
                     : : : "memory", "cc");
}

static void at_jump(void)
{
    __asm__ volatile("jmp *%0" : : "r"(BAD_ADDRESS));
}

static void at_division(void)
{
    __asm__ volatile("xorl %%ecx, %%ecx\n\tdivl %%ecx" : : : "ecx", "edx", "eax");
}

static const struct row {
    void (*fault)(void);
    int sig, code, addr, trap;
    unsigned long error;
    const char *what;
} rows[] = {
    {at_breakpoint, SIGTRAP, SI_KERNEL, NONE, 3, 0, "int3"},
    {at_step, SIGTRAP, TRAP_TRACE, EIP, 1, 0, "a single step: TRAP_TRACE"},
    {at_write, SIGSEGV, SEGV_MAPERR, DATA, 14, 6, "a write: SEGV_MAPERR"},
    {at_read, SIGSEGV, SEGV_MAPERR, DATA, 14, 4, "a read: SEGV_MAPERR"},
    {at_text, SIGSEGV, SEGV_ACCERR, DATA, 14, 7, "read-only: SEGV_ACCERR"},
    {at_jump, SIGSEGV, SEGV_MAPERR, DATA, 14, 4, "a jump: SEGV_MAPERR"},
    {at_selector, SIGSEGV, SI_KERNEL, NONE, 13, 0x5668, "a bad selector"},
    {at_vector, SIGSEGV, SI_KERNEL, NONE, 13, 0x40a, "a closed gate"},
    {at_into, SIGSEGV, SI_KERNEL, NONE, 4, 0, "the overflow trap"},
    {at_opcode, SIGILL, ILL_ILLOPN, EIP, 6, 0, "no instruction: ILL_ILLOPN"},
    {at_privileged, SIGSEGV, SI_KERNEL, NONE, 13, 0, "a privileged one"},
    {at_division, SIGFPE, FPE_INTDIV, EIP, 0, 0, "a division: FPE_INTDIV"},
};
enum { ROWS = sizeof rows / sizeof rows[0] };
#define ERROR_FETCH 0x10UL /* only where the CPU can forbid execution */

static sigjmp_buf back;
static siginfo_t info;
static struct raw_sigcontext seen;

static void on_fault(int sig, siginfo_t *si, void *context)
{
    (void)sig;
    info = *si;
    seen = ((struct raw_ucontext *)context)->registers;
    siglongjmp(back, 1);
}

static bool is_as_told(const struct row *row)
{
    unsigned long data = row->fault == at_text ? (unsigned long)at_read
                                               : BAD_ADDRESS;
    unsigned long addr = row->addr == EIP    ? seen.eip
                         : row->addr == DATA ? data
                                             : 0;

    return info.si_signo == row->sig && info.si_code == row->code &&
           (unsigned long)info.si_addr == addr &&
           (int)seen.trapno == row->trap &&
           (seen.err & ~ERROR_FETCH) == row->error &&
           (row->addr != DATA || seen.cr2 == data);
}

static void try_row(const struct row *row)
{
    memset(&info, 0, sizeof info);
    if (sigsetjmp(back, 1) == 0)
        row->fault();
    if (!ok(is_as_told(row), row->what))
        diag("signal %d code %d address 0x%lx trap %lu error 0x%lx cr2 0x%lx",
             info.si_signo, info.si_code, (unsigned long)info.si_addr,
             seen.trapno, seen.err, seen.cr2);
}

int main(void)
{
    static const int faults[] = {SIGTRAP, SIGSEGV, SIGILL, SIGFPE};
    struct sigaction act = {.sa_flags = SA_SIGINFO};

    plan(ROWS);
    act.sa_sigaction = on_fault;
    for (int i = 0; i < 4; i++)
        must(sigaction(faults[i], &act, NULL));
    for (int i = 0; i < ROWS; i++)
        try_row(&rows[i]);
    return done();
}
