/* SPDX-License-Identifier: MIT */
/*
 * Whatever a program writes into a signal frame, sigreturn gives it no right and
 * does the kernel no harm: the process goes on, or ends by a signal
 * (sigreturn(2), Intel SDM 3, 5.5 to 5.8).
 */
#include "tap.h"
#include "raw.h"

#define EFLAGS_FORBIDDEN 0x7000UL /* IOPL, NT */
#define EFLAGS_VM 0x20000UL
#define EFLAGS_IF 0x200UL
#define WORD(field) \
    (offsetof(struct raw_sigcontext, field) / sizeof(unsigned long))

static const struct row {
    unsigned int word;   /* of struct raw_sigcontext */
    unsigned long value; /* what is put there */
    const char *what;
} rows[] = {
    {WORD(cs), 0x60, "CS: a kernel's"},
    {WORD(cs), 0x10, "CS: another kernel's"},
    {WORD(cs), 0, "CS: null"},
    {WORD(cs), 0x80, "CS: a task's"},
    {WORD(cs), 0xffff, "CS: beyond the table"},
    {WORD(ss), 0x68, "SS: a kernel's"},
    {WORD(ss), 0, "SS: null"},
    {WORD(ss), 0x73, "SS: a code segment"},
    {WORD(ds), 0x68, "DS: a kernel's"},
    {WORD(es), 0x60, "ES: a kernel's code"},
    {WORD(fs), 0x88, "FS: a task's"},
    {WORD(fs), 0xfffb, "FS: beyond the table"},
    {WORD(es), 0x07, "ES: of a local table"},
    {WORD(eip), 0xc0100000, "EIP: in the kernel"},
    {WORD(eip), 0, "EIP: null"},
    {WORD(esp_at_signal), 0xc0100000, "the other ESP: without effect"},
    {WORD(esp), 0xc0100000, "ESP: in the kernel"},
    {WORD(eflags), ~0UL & ~0x100UL, "EFLAGS: all but TF"},
    {WORD(eflags), 0, "EFLAGS: none"},
    {WORD(eflags), EFLAGS_VM | EFLAGS_IF, "EFLAGS: VM"},
    {WORD(fpstate), 0xc0100000, "FPU state: in the kernel"},
    {WORD(fpstate), 4, "FPU state: nowhere"},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static const struct row *forged;

static void on_signal(int sig, siginfo_t *info, void *context)
{
    unsigned long *words =
        (unsigned long *)&((struct raw_ucontext *)context)->registers;

    (void)sig;
    (void)info;
    words[forged->word] = forged->value;
}

static int child_forges(void *arg)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO};
    unsigned long flags;
    unsigned int level;

    forged = arg;
    act.sa_sigaction = on_signal;
    must(sigaction(SIGUSR1, &act, NULL));
    /* The call itself, for what a changed DS would do to a library's. The
     * selectors are put right by hand behind it: they may be null by now. */
    __asm__ volatile("fninit\n\t"
                     "int $0x80\n\t"
                     "pushl %%ss\n\tpopl %%ds\n\tpushl %%ss\n\tpopl %%es\n\t"
                     "cld\n\t"
                     "pushfl\n\tpopl %0\n\t"
                     "movl %%cs, %1"
                     : "=&r"(flags), "=r"(level)
                     : "a"(SYS_kill), "b"(getpid()), "c"(SIGUSR1)
                     : "memory", "cc");
    expect((flags & (EFLAGS_FORBIDDEN | EFLAGS_VM)) == 0);
    expect((flags & EFLAGS_IF) != 0);
    expect((level & 3) == 3);
    return 0;
}

int main(void)
{
    plan(ROWS);
    for (int i = 0; i < ROWS; i++) {
        int status = child_run(child_forges, (void *)&rows[i]);

        if (!ok(exited_with(status, 0) || killed_by(status, SIGSEGV) ||
                    killed_by(status, SIGBUS), rows[i].what))
            diag("status 0x%x", (unsigned int)status);
    }
    return done();
}
