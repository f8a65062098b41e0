/* SPDX-License-Identifier: MIT */
/*
 * A fault's handler learns its kind from si_code and, for SIGFPE and SIGILL,
 * the instruction's address from si_addr (sigaction(2)).
 */
#include "tap.h"

#include "raw.h"
#include <setjmp.h>

static sigjmp_buf back;
static siginfo_t info;
static volatile unsigned long eip;

static void on_fault(int sig, siginfo_t *si, void *context)
{
    (void)sig;
    info = *si;
    eip = ((struct raw_ucontext *)context)->registers.eip;
    siglongjmp(back, 1);
}

static void info_handle(int sig)
{
    struct sigaction act;

    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_fault;
    act.sa_flags = SA_SIGINFO;
    sigemptyset(&act.sa_mask);
    must(sigaction(sig, &act, NULL));
}

int main(void)
{
    volatile int one = 1, zero = 0;
    sigset_t set;

    plan(9);
    info_handle(SIGFPE);
    info_handle(SIGILL);
    info_handle(SIGTRAP);
    info_handle(SIGSEGV);
    if (sigsetjmp(back, 1) == 0)
        zero = one / zero;
    is(info.si_signo, SIGFPE, "a division by zero: SIGFPE");
    is(info.si_code, FPE_INTDIV, "FPE_INTDIV");
    is((long)info.si_addr, (long)eip, "si_addr is the instruction");
    if (sigsetjmp(back, 1) == 0)
        __asm__ volatile("ud2");
    is(info.si_signo, SIGILL, "ud2: SIGILL");
    is(info.si_code, ILL_ILLOPN, "ILL_ILLOPN");
    is((long)info.si_addr, (long)eip, "si_addr is the instruction");
    if (sigsetjmp(back, 1) == 0)
        __asm__ volatile("hlt");
    is(info.si_signo, SIGSEGV, "hlt: SIGSEGV");
    is(info.si_code, SI_KERNEL, "SI_KERNEL: no address has to do with it");
    must(sigprocmask(SIG_BLOCK, NULL, &set));
    is(sigismember(&set, SIGSEGV), 0, "siglongjmp restores the mask");
    return done();
}
