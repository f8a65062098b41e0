/* SPDX-License-Identifier: MIT */
/*
 * A handler that takes the pointer to the FPU state out of its frame makes the
 * program go on with a fresh one; and the state's reserved bits do no harm
 * (sigreturn(2), Intel SDM 1, 10.5.1).
 */
#include "tap.h"
#include "raw.h"

enum { FRESH_CONTROL = 0x37f, UP_CONTROL = 0xb7f };
enum { STATE_WORDS = 28, MXCSR = STATE_WORDS + 6, WORD_28_HAS_FX = 0xffff };

static bool is_taken;

static void on_signal(int sig, siginfo_t *info, void *context)
{
    struct raw_ucontext *uc = context;
    unsigned int *state = (unsigned int *)uc->registers.fpstate;

    (void)sig;
    (void)info;
    if (is_taken)
        uc->registers.fpstate = 0;
    else if (state[STATE_WORDS - 1] >> 16 != WORD_28_HAS_FX)
        state[MXCSR] = ~0U;
}

static unsigned int control_after_signal(void)
{
    unsigned short up = UP_CONTROL, control;

    __asm__ volatile("fninit\n\tfldcw %1\n\tint $0x80\n\tfnstcw %0\n\tfninit"
                     : "=m"(control)
                     : "m"(up), "a"(SYS_kill), "b"(getpid()), "c"(SIGUSR1)
                     : "memory");
    return control;
}

static int child_forges_bits(void *unused)
{
    (void)unused;
    control_after_signal();
    return 0;
}

int main(void)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO};
    int status;

    plan(2);
    act.sa_sigaction = on_signal;
    must(sigaction(SIGUSR1, &act, NULL));
    status = child_run(child_forges_bits, NULL);
    ok(exited_with(status, 0) || killed_by(status, SIGSEGV),
       "reserved bits of MXCSR do no harm");
    is_taken = true;
    is(control_after_signal(), FRESH_CONTROL, "no state: a fresh one");
    return done();
}
