/* SPDX-License-Identifier: MIT */
/*
 * A signal context that asks for kernel segments or for flags a program may
 * not set gives no privilege: the process ends or goes on as a user
 * (sigreturn(2), Intel SDM volume 3, section 5.5).
 */
#include "tap.h"
#include "raw.h"

#define EFLAGS_IF 0x200UL
#define EFLAGS_IOPL 0x3000UL
#define EFLAGS_NT 0x4000UL

static int what_to_change;

static void on_signal(int sig, siginfo_t *info, void *context)
{
    struct raw_sigcontext *registers =
        &((struct raw_ucontext *)context)->registers;

    (void)sig;
    (void)info;
    switch (what_to_change) {
    case 0:
        registers->cs = 0x08;
        break;
    case 1:
        registers->eflags |= EFLAGS_IOPL;
        break;
    case 2:
        registers->eflags &= ~EFLAGS_IF;
        break;
    case 3:
        registers->eip = 0xfffff000;
        break;
    default:
        registers->eflags |= EFLAGS_NT;
    }
}

static unsigned long eflags_read(void)
{
    unsigned long value;

    __asm__ volatile("pushfl\n\tpopl %0" : "=r"(value));
    return value;
}

static int child_returns_changed(void *arg)
{
    struct sigaction act;
    unsigned long flags;

    what_to_change = *(int *)arg;
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_signal;
    act.sa_flags = SA_SIGINFO;
    sigemptyset(&act.sa_mask);
    must(sigaction(SIGUSR1, &act, NULL));
    raise(SIGUSR1);
    flags = eflags_read();
    expect((flags & EFLAGS_IF) != 0);
    expect((flags & EFLAGS_IOPL) == 0);
    return 0;
}

int main(void)
{
    int way = 0, status;

    plan(5);
    status = child_run(child_returns_changed, &way);
    if (!ok(WIFSIGNALED(status) || exited_with(status, 0),
            "another CS gives no rights"))
        diag("status 0x%x", (unsigned int)status);
    way = 1;
    ok(exited_with(child_run(child_returns_changed, &way), 0),
       "IOPL is not taken over");
    way = 2;
    ok(exited_with(child_run(child_returns_changed, &way), 0),
       "interrupts stay on");
    way = 3;
    ok(killed_by(child_run(child_returns_changed, &way), SIGSEGV),
       "an EIP in the kernel: SIGSEGV");
    way = 4;
    ok(exited_with(child_run(child_returns_changed, &way), 0),
       "NT does no harm");
    return done();
}
