/* SPDX-License-Identifier: MIT */
/*
 * An unmasked floating-point exception is SIGFPE with the kind in si_code; by
 * default all are masked (sigaction(2), Intel SDM volume 1, section 8.5).
 */
#include "tap.h"

#include <setjmp.h>

enum { CONTROL_DEFAULT = 0x37f, CONTROL_UNMASKS_DIVIDE = 0x37b };

static sigjmp_buf back;
static siginfo_t info;

static void on_fault(int sig, siginfo_t *si, void *context)
{
    (void)sig;
    (void)context;
    info = *si;
    siglongjmp(back, 1);
}

static void divide_by_zero(unsigned short control)
{
    __asm__ volatile("fninit\n\tfldcw %0\n\t"
                     "fld1\n\tfldz\n\tfdivrp\n\tfwait\n\tfstp %%st(0)"
                     : : "m"(control) : "st", "st(1)");
}

int main(void)
{
    unsigned short control = 0;
    struct sigaction act;

    plan(4);
    __asm__ volatile("fnstcw %0" : "=m"(control));
    is(control, CONTROL_DEFAULT, "at first all are masked");
    divide_by_zero(CONTROL_DEFAULT);
    ok(true, "so a division by zero is no fault");
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_fault;
    act.sa_flags = SA_SIGINFO;
    sigemptyset(&act.sa_mask);
    must(sigaction(SIGFPE, &act, NULL));
    if (sigsetjmp(back, 1) == 0)
        divide_by_zero(CONTROL_UNMASKS_DIVIDE);
    is(info.si_signo, SIGFPE, "unmasked: SIGFPE");
    is(info.si_code, FPE_FLTDIV, "FPE_FLTDIV");
    return done();
}
