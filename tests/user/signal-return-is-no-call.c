/* SPDX-License-Identifier: MIT */
/*
 * The number that a handler leaves for EAX is a register's value, whatever a call
 * might mean by it: nothing is repeated, and nothing becomes EINTR (sigreturn(2)).
 */
#include "tap.h"
#include "raw.h"

/* What calls return inside the kernel to be repeated: signal(7) hides them. */
static const long codes[] = {-512, -513, -514, -516, -4, -1, 0, 7};
enum { CODES = sizeof codes / sizeof *codes };

static long left;

static void on_trap(int sig, siginfo_t *info, void *context)
{
    struct raw_ucontext *c = context;

    (void)sig;
    (void)info;
    c->registers.eax = (unsigned long)left;
}

/* A trap with a number in EAX. Returns: what EAX is then. */
static long trap_with(long number)
{
    __asm__ volatile("int3" : "+a"(number) : : "memory");
    return number;
}

int main(void)
{
    struct sigaction action = {.sa_sigaction = on_trap, .sa_flags = SA_SIGINFO};

    plan(CODES);
    must(sigaction(SIGTRAP, &action, NULL));
    for (int i = 0; i < CODES; i++) {
        left = codes[i];
        is(trap_with(SYS_getpid), left, "EAX is what the handler left there");
    }
    return done();
}
