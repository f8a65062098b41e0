/* SPDX-License-Identifier: MIT */
/*
 * A handler's third argument is a ucontext_t: the mask and the alternate stack
 * of what was interrupted, and its registers (sigaction(2)).
 */
#include "tap.h"

static char area[4 * MINSIGSTKSZ];
static stack_t stack_seen;
static bool is_blocked, has_link;
static size_t registers_bytes;

static void on_signal(int sig, siginfo_t *info, void *context)
{
    ucontext_t *uc = context;
    mcontext_t *registers = &uc->uc_mcontext;

    (void)sig;
    (void)info;
    is_blocked = sigismember(&uc->uc_sigmask, SIGUSR2) == 1;
    stack_seen = uc->uc_stack;
    has_link = uc->uc_link != 0;
    registers_bytes = sizeof *registers;
}

int main(void)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO};
    stack_t stack = {area, 0, sizeof area};

    plan(4);
    act.sa_sigaction = on_signal;
    must(sigaction(SIGUSR1, &act, NULL));
    must(sigaltstack(&stack, NULL));
    mask_one(SIG_BLOCK, SIGUSR2);
    raise(SIGUSR1);
    ok(is_blocked, "uc_sigmask is the interrupted mask");
    ok(stack_seen.ss_sp == area && stack_seen.ss_size == sizeof area,
       "uc_stack is the alternate stack");
    ok(!has_link, "uc_link leads nowhere");
    ok(registers_bytes >= 88, "uc_mcontext has the registers");
    return done();
}
