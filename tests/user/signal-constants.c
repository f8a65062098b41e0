/* SPDX-License-Identifier: MIT */
/*
 * The numbers of <signal.h> that a program and the kernel must agree on have
 * the values of sigaction(2), also those that nothing here sends.
 */
#include "tap.h"

static const struct row {
    long long value, want;
    const char *name;
} rows[] = {
#define ROW(name, want) {name, want, #name}
    ROW(SIG_BLOCK, 0),        ROW(SIG_UNBLOCK, 1),
    ROW(SIG_SETMASK, 2),      ROW(SA_NOCLDSTOP, 1),
    ROW(SA_NOCLDWAIT, 2),     ROW(SA_SIGINFO, 4),
    ROW(SA_ONSTACK, 0x8000000), ROW(SA_RESTART, 0x10000000),
    ROW(SA_NODEFER, 0x40000000),
    {(unsigned int)SA_RESETHAND, 0x80000000u, "SA_RESETHAND"},
    ROW(SS_ONSTACK, 1),       ROW(SS_DISABLE, 2),
    ROW(SI_USER, 0),          ROW(SI_QUEUE, -1),
    ROW(SI_TIMER, -2),        ROW(SI_MESGQ, -3),
    ROW(SI_ASYNCIO, -4),      ROW(SI_TKILL, -6),
    ROW(SI_KERNEL, 0x80),
    ROW(ILL_ILLOPC, 1),       ROW(ILL_ILLOPN, 2),
    ROW(ILL_ILLADR, 3),       ROW(ILL_ILLTRP, 4),
    ROW(ILL_PRVOPC, 5),       ROW(ILL_PRVREG, 6),
    ROW(ILL_COPROC, 7),       ROW(ILL_BADSTK, 8),
    ROW(FPE_INTDIV, 1),       ROW(FPE_INTOVF, 2),
    ROW(FPE_FLTDIV, 3),       ROW(FPE_FLTOVF, 4),
    ROW(FPE_FLTUND, 5),       ROW(FPE_FLTRES, 6),
    ROW(FPE_FLTINV, 7),       ROW(FPE_FLTSUB, 8),
    ROW(SEGV_MAPERR, 1),      ROW(SEGV_ACCERR, 2),
    ROW(BUS_ADRALN, 1),       ROW(BUS_ADRERR, 2),
    ROW(BUS_OBJERR, 3),       ROW(TRAP_BRKPT, 1),
    ROW(TRAP_TRACE, 2),       ROW(CLD_EXITED, 1),
    ROW(CLD_KILLED, 2),       ROW(CLD_DUMPED, 3),
    ROW(CLD_TRAPPED, 4),      ROW(CLD_STOPPED, 5),
    ROW(CLD_CONTINUED, 6),    ROW(POLL_IN, 1),
    ROW(POLL_OUT, 2),         ROW(POLL_MSG, 3),
    ROW(POLL_ERR, 4),         ROW(POLL_PRI, 5),
    ROW(POLL_HUP, 6),         {(long)SIG_DFL, 0, "SIG_DFL"},
    {(long)SIG_IGN, 1, "SIG_IGN"},    {(long)SIG_ERR, -1, "SIG_ERR"},
    {(long)SIG_HOLD, 2, "SIG_HOLD"},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

/* The parts of siginfo_t, by their places in the kernel's layout. */
static void check_siginfo(void)
{
    siginfo_t info;
    int words[sizeof info / sizeof(int)];

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        words[i] = 100 + (int)i;
    memcpy(&info, words, sizeof info);
    is(sizeof info, 128, "siginfo_t has 128 bytes");
    ok(info.si_signo == 100 && info.si_errno == 101 && info.si_code == 102,
       "si_signo, si_errno and si_code come first");
    ok(info.si_pid == 103 && info.si_uid == 104, "then si_pid and si_uid");
    ok(info.si_value.sival_int == 105 && info.si_value.sival_ptr == (void *)105,
       "and si_value");
    is(info.si_status, 105, "or si_status");
    is((long)info.si_addr, 103, "si_addr comes first");
    is(info.si_band, 103, "si_band too");
}

int main(void)
{
    plan(ROWS + 9);
    for (int i = 0; i < ROWS; i++)
        is(rows[i].value, rows[i].want, rows[i].name);
    ok(MINSIGSTKSZ >= 2048 && SIGSTKSZ > MINSIGSTKSZ,
       "MINSIGSTKSZ and SIGSTKSZ");
    check_siginfo();
    ok(sizeof(sig_atomic_t) >= 1, "sig_atomic_t");
    return done();
}
