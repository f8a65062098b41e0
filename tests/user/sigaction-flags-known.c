/* SPDX-License-Identifier: MIT */
/*
 * sigaction() tells the flags and the mask that were set; flags that the kernel
 * does not know are gone, so that a program can find out (sigaction(2)).
 */
#include "tap.h"
#include "raw.h"

static const struct row {
    unsigned long set, told;
    const char *what;
} rows[] = {
    {0x00000001, 0x00000001, "SA_NOCLDSTOP"},
    {0x00000002, 0x00000002, "SA_NOCLDWAIT"},
    {0x00000004, 0x00000004, "SA_SIGINFO"},
    {0x00000400, 0, "SA_UNSUPPORTED is none"},
    {0x04000000, 0x04000000, "SA_RESTORER"},
    {0x08000000, 0x08000000, "SA_ONSTACK"},
    {0x10000000, 0x10000000, "SA_RESTART"},
    {0x40000000, 0x40000000, "SA_NODEFER"},
    {0x80000000, 0x80000000, "SA_RESETHAND"},
    {0xffffffff, 0xdc000807, "all at once"},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

int main(void)
{
    struct raw_sigaction act = {.handler = SIG_IGN}, told;

    plan(ROWS + 1);
    act.mask[0] = ~0UL;
    for (int i = 0; i < ROWS; i++) {
        act.flags = rows[i].set;
        raw_call4(SYS_rt_sigaction, SIGUSR1, (long)&act, 0, RAW_SIGSET_SIZE);
        raw_call4(SYS_rt_sigaction, SIGUSR1, 0, (long)&told, RAW_SIGSET_SIZE);
        is((long long)told.flags, (long long)rows[i].told, rows[i].what);
    }
    is((long long)told.mask[0], ~0UL & ~RAW_BIT(SIGKILL) & ~RAW_BIT(SIGSTOP),
       "SIGKILL and SIGSTOP are taken out of the mask");
    return done();
}
