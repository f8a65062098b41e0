/* SPDX-License-Identifier: MIT */
/* setjmp and sigsetjmp of the library: out of deep calls and of handlers. */
#include "tap.h"

#include <setjmp.h>

static jmp_buf plain;
static sigjmp_buf with_mask;
static volatile int count;

static void dive(int depth)
{
    if (depth == 0)
        longjmp(plain, 7);
    dive(depth - 1);
}

static void on_signal(int sig)
{
    siglongjmp(with_mask, sig);
}

static bool is_blocked(int sig)
{
    sigset_t set;

    must(sigprocmask(SIG_BLOCK, NULL, &set));
    return sigismember(&set, sig);
}

int main(void)
{
    volatile double kept = 2.5;

    plan(6);
    switch (setjmp(plain)) {
    case 0:
        dive(1000);
        break;
    case 7:
        ok(true, "longjmp out of a thousand calls");
    }
    handle(SIGUSR1, on_signal, 0);
    handle(SIGSEGV, on_signal, 0);
    for (count = 0; count < 100; count++) {
        if (sigsetjmp(with_mask, 1) == 0)
            raise(SIGUSR1);
    }
    is(count, 100, "out of a handler, a hundred times");
    ok(!is_blocked(SIGUSR1), "the mask is as it was");
    is(sigsetjmp(with_mask, 1) ? 11 : *(volatile int *)8, 11,
       "out of a fault");
    ok(kept == 2.5, "a number of the FPU is kept");
    is(setjmp(plain) == 0 ? (longjmp(plain, 0), 0) : 1, 1,
       "longjmp with 0 gives 1");
    return done();
}
