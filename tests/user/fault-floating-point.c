/* SPDX-License-Identifier: MIT */
/*
 * An unmasked floating-point exception is SIGFPE with the kind in si_code; by
 * default all are masked (sigaction(2), Intel SDM volume 1, section 8.5).
 */
#include "tap.h"

#include <setjmp.h>

enum { CONTROL_DEFAULT = 0x37f, INVALID = 1, DIVIDE = 4, OVERFLOW = 8,
       UNDERFLOW = 0x10, PRECISION = 0x20 }; /* its bits, which mask */

static sigjmp_buf back;
static siginfo_t info;

static void on_fault(int sig, siginfo_t *si, void *context)
{
    (void)sig;
    (void)context;
    info = *si;
    siglongjmp(back, 1);
}

static void at_invalid(void)
{
    __asm__ volatile("fldz\n\tfldz\n\tfdivrp\n\tfwait" : : : "st");
}

static void at_divide(void)
{
    __asm__ volatile("fld1\n\tfldz\n\tfdivrp\n\tfwait" : : : "st");
}

/* Two to the power of EXPONENT, which has to be scaled in two steps. */
static void scale(int exponent)
{
    __asm__ volatile("fildl %0\n\tfld1\n\tfscale\n\tfscale\n\tfwait"
                     : : "m"(exponent) : "st");
}

static void at_overflow(void) { scale(10000); }
static void at_underflow(void) { scale(-10000); }

static void at_precision(void)
{
    static const int three = 3;

    __asm__ volatile("fld1\n\tfidivl %0\n\tfwait" : : "m"(three) : "st");
}

static const struct row {
    void (*fault)(void);
    int unmasked, code;
    const char *name;
} rows[] = {
    {at_invalid, INVALID, FPE_FLTINV, "FPE_FLTINV"},
    {at_divide, DIVIDE, FPE_FLTDIV, "FPE_FLTDIV"},
    {at_overflow, OVERFLOW, FPE_FLTOVF, "FPE_FLTOVF"},
    {at_underflow, UNDERFLOW, FPE_FLTUND, "FPE_FLTUND"},
    {at_precision, PRECISION, FPE_FLTRES, "FPE_FLTRES"},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static void try_row(const struct row *row, int unmasked)
{
    unsigned short control = (unsigned short)(CONTROL_DEFAULT & ~unmasked);

    info.si_signo = 0;
    __asm__ volatile("fninit\n\tfldcw %0" : : "m"(control));
    if (sigsetjmp(back, 1) == 0)
        row->fault();
    __asm__ volatile("fninit");
}

int main(void)
{
    unsigned short control = 0;
    struct sigaction act;

    plan(2 * ROWS + 1);
    __asm__ volatile("fnstcw %0" : "=m"(control));
    is(control, CONTROL_DEFAULT, "at first all are masked");
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_fault;
    act.sa_flags = SA_SIGINFO;
    sigemptyset(&act.sa_mask);
    must(sigaction(SIGFPE, &act, NULL));
    for (int i = 0; i < ROWS; i++) {
        try_row(&rows[i], 0);
        is(info.si_signo, 0, "masked it is no fault");
        try_row(&rows[i], rows[i].unmasked);
        ok(info.si_signo == SIGFPE && info.si_code == rows[i].code,
           rows[i].name);
    }
    return done();
}
