/* SPDX-License-Identifier: MIT */
/*
 * A handler set by rt_sigaction with SA_SIGINFO and no restorer of its own
 * still returns, with one through it; its frame holds number, pointers to
 * siginfo and context, and a stack aligned as after a call (sigreturn(2), System
 * V ABI i386).
 */
#include "tap.h"
#include "raw.h"

static volatile unsigned long stack_at_entry;
static volatile sig_atomic_t count;
static siginfo_t copy;

__attribute__((used)) static void handler_body(int sig, siginfo_t *info,
                                               void *context)
{
    (void)context;
    copy = *info;
    if (sig == SIGUSR1)
        count++;
}

/* Notes the stack pointer as it is before any prologue. */
void handler_entry(int sig);
__asm__(".text\n"
        "handler_entry:\n\t"
        "movl %esp, stack_at_entry\n\t"
        "jmp handler_body\n");

static volatile int restored;

__attribute__((used)) static void restorer_body(void)
{
    restored++;
}

void restorer_entry(void);
__asm__("restorer_entry:\n\t"
        "call restorer_body\n\t"
        "movl $173, %eax\n\t" /* rt_sigreturn */
        "int $0x80\n");

int main(void)
{
    struct raw_sigaction act = {handler_entry, SA_SIGINFO, NULL, {0, 0}};

    plan(6);
    must(syscall(SYS_rt_sigaction, SIGUSR1, &act, NULL, RAW_SIGSET_SIZE));
    must(raise(SIGUSR1));
    is(count, 1, "it returned without a restorer");
    is((stack_at_entry + 4) % 16, 0, "ESP + 4 is a multiple of 16");
    is(copy.si_signo, SIGUSR1, "siginfo is where the frame points");
    must(raise(SIGUSR1));
    is(count, 2, "and again");
    act.flags |= RAW_SA_RESTORER;
    act.restorer = restorer_entry;
    must(syscall(SYS_rt_sigaction, SIGUSR1, &act, NULL, RAW_SIGSET_SIZE));
    must(raise(SIGUSR1));
    is(count, 3, "with SA_RESTORER");
    is(restored, 1, "it returns into its restorer");
    return done();
}
