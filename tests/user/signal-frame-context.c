/* SPDX-License-Identifier: MIT */
/*
 * The context that a handler gets holds the interrupted registers and mask,
 * and what it changes there is in force after its return (sigreturn(2)).
 */
#include "tap.h"
#include "raw.h"

static volatile unsigned long saw_stack, saw_mask;

static void on_trap(int sig, siginfo_t *info, void *context)
{
    struct raw_ucontext *uc = context;

    (void)sig;
    (void)info;
    saw_stack = uc->registers.esp;
    saw_mask = uc->mask[0];
    uc->registers.ebx += 5;
    uc->mask[0] |= RAW_BIT(SIGUSR2);
}

int main(void)
{
    struct sigaction act;
    unsigned long result, stack;
    sigset_t set;

    plan(5);
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_trap;
    act.sa_flags = SA_SIGINFO;
    sigemptyset(&act.sa_mask);
    sigaddset(&act.sa_mask, SIGHUP);
    must(sigaction(SIGTRAP, &act, NULL));
    mask_one(SIG_BLOCK, SIGUSR1);
    __asm__ volatile("movl $1000, %%ebx\n\t"
                     "int3\n\t"
                     "movl %%ebx, %0\n\t"
                     "movl %%esp, %1"
                     : "=r"(result), "=r"(stack)
                     :
                     : "ebx", "memory");
    is(result, 1005, "a register changed in the context is changed after");
    is((long)saw_stack, (long)stack, "the context's ESP is the program's");
    ok((saw_mask & RAW_BIT(SIGUSR1)) != 0 && (saw_mask & RAW_BIT(SIGHUP)) == 0,
       "the context's mask is that before the handler");
    must(sigprocmask(SIG_BLOCK, NULL, &set));
    is(sigismember(&set, SIGUSR2), 1, "a mask changed in it is in force");
    is(sigismember(&set, SIGUSR1), 1, "and the rest of the mask, too");
    return done();
}
