/* SPDX-License-Identifier: MIT */
/*
 * When a handler's frame cannot be written because the stack pointer is bad,
 * or sigreturn finds none, the process ends by SIGSEGV (sigreturn(2)).
 */
#include "tap.h"
#include "raw.h"

static void on_signal(int sig)
{
    (void)sig;
}

static int child_has_bad_stack(void *unused)
{
    (void)unused;
    handle(SIGUSR1, on_signal, 0);
    handle(SIGSEGV, on_signal, 0);
    __asm__ volatile("movl $16, %%esp\n\t"
                     "int $0x80\n\t"
                     "ud2"
                     :
                     : "a"(SYS_kill), "b"(getpid()), "c"(SIGUSR1));
    return 0;
}

static int child_returns_from_nothing(void *unused)
{
    (void)unused;
    __asm__ volatile("movl $64, %%esp\n\t"
                     "int $0x80\n\t"
                     "ud2"
                     :
                     : "a"(SYS_rt_sigreturn));
    return 0;
}

static int child_returns_from_nothing_old(void *unused)
{
    (void)unused;
    __asm__ volatile("movl $64, %%esp\n\t"
                     "int $0x80\n\t"
                     "ud2"
                     :
                     : "a"(SYS_sigreturn));
    return 0;
}

int main(void)
{
    plan(3);
    ok(killed_by(child_run(child_has_bad_stack, NULL), SIGSEGV),
       "no room for the frame");
    ok(killed_by(child_run(child_returns_from_nothing, NULL), SIGSEGV),
       "rt_sigreturn without a frame");
    ok(killed_by(child_run(child_returns_from_nothing_old, NULL), SIGSEGV),
       "sigreturn without a frame");
    return done();
}
