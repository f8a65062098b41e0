/* SPDX-License-Identifier: MIT */
/*
 * The trap handler: what came in is an exception, an interrupt or a system call;
 * and the one tail, through which every trap leaves to user mode.
 *
 * Called by trap.S with interrupts off, on the kernel stack of the process that
 * runs.  A program's exception becomes a signal to it.  The kernel's own is
 * either foreseen (the exception table) or the end (fault.c).  Invariant: no
 * return to user mode avoids trap_tail, and no interrupt finds the kernel
 * at work: interrupts are on only in user mode and while the CPU is halted.
 * Read next: sys/dispatch.c for a call, sched/core.c for a tick.
 */
#include <asm/signal.h>
#include <tine/errno.h>

#include "arch.h"
#include "mm/space.h"
#include "proc/oom.h"
#include "proc/proc.h"
#include "proc/sigframe.h"
#include "proc/signal.h"
#include "sched/core.h"
#include "sys/sys.h"
#include "x86/cpu.h"
#include "x86/extable.h"
#include "x86/fault.h"
#include "x86/fpu.h"
#include "x86/irq.h"
#include "x86/trapframe.h"

/* Which signal a program gets for which exception, and Linux's si_code. */
static const struct trap_signal {
    int sig;
    int code;
    bool has_addr; /* si_addr is the instruction */
} trap_signals[TRAP_EXCEPTIONS] = {
    [TRAP_DIVIDE] = { SIGFPE, FPE_INTDIV, true },
    [TRAP_DEBUG] = { SIGTRAP, TRAP_TRACE, true },
    [TRAP_BREAKPOINT] = { SIGTRAP, SI_KERNEL, false },
    [TRAP_OVERFLOW] = { SIGSEGV, SI_KERNEL, false },
    [TRAP_BOUND] = { SIGSEGV, SI_KERNEL, false },
    [TRAP_INVALID_OPCODE] = { SIGILL, ILL_ILLOPN, true },
    [TRAP_INVALID_TSS] = { SIGSEGV, SI_KERNEL, false },
    [TRAP_NO_SEGMENT] = { SIGBUS, SI_KERNEL, false },
    [TRAP_STACK] = { SIGBUS, SI_KERNEL, false },
    [TRAP_PROTECTION] = { SIGSEGV, SI_KERNEL, false },
    [TRAP_ALIGNMENT] = { SIGBUS, BUS_ADRALN, false },
};

/* The faulting program gets SIG; its handler will see the details. */
static void trap_signal_fault(const struct trapframe *frame, int sig, int code,
                              uaddr_t addr)
{
    struct proc *p = this_proc();

    p->arch.fault_trap = frame->trap;
    p->arch.fault_error = frame->error;
    signal_fault(p, sig, code, addr);
}

/* The first FPU instruction of a program, or of one on a CPU without FPU. */
static void trap_first_fpu(const struct trapframe *frame)
{
    int error = fpu_first_use(&this_proc()->arch);

    if (error == -ENODEV)
        trap_signal_fault(frame, SIGFPE, FPE_FLTINV, frame->eip);
    else if (error < 0)
        oom_kill(); /* and the instruction is tried again */
}

static void trap_fpu_error(const struct trapframe *frame)
{
    bool is_simd = frame->trap == TRAP_SIMD_ERROR;
    int code = fpu_error_code(&this_proc()->arch, is_simd);

    trap_signal_fault(frame, SIGFPE, code, frame->eip);
}

static void trap_user_page_fault(const struct trapframe *frame, uaddr_t addr)
{
    struct proc *p = this_proc();
    unsigned int access = frame->error & PAGE_FAULT_WRITE ? FAULT_WRITE : 0;

    p->usage.page_faults++;
    switch (space_fault(p->space, addr, access)) {
    case FAULT_OK:
        return;
    case FAULT_NO_MEMORY:
        oom_kill(); /* the tail ends the victim; then the fault comes again */
        return;
    case FAULT_BUS:
        p->arch.fault_address = addr;
        trap_signal_fault(frame, SIGBUS, BUS_ADRERR, addr);
        return;
    case FAULT_MAPERR:
        p->arch.fault_address = addr;
        trap_signal_fault(frame, SIGSEGV, SEGV_MAPERR, addr);
        return;
    case FAULT_ACCERR:
        p->arch.fault_address = addr;
        trap_signal_fault(frame, SIGSEGV, SEGV_ACCERR, addr);
        return;
    }
}

static void trap_user_exception(const struct trapframe *frame)
{
    const struct trap_signal *s = &trap_signals[frame->trap];

    switch (frame->trap) {
    case TRAP_PAGE_FAULT:
        trap_user_page_fault(frame, cr2_read());
        return;
    case TRAP_NO_FPU:
        trap_first_fpu(frame);
        return;
    case TRAP_FPU_ERROR:
    case TRAP_SIMD_ERROR:
        trap_fpu_error(frame);
        return;
    }
    if (!s->sig) /* NMI, machine check: nothing that the program did */
        fault_panic(frame);
    trap_signal_fault(frame, s->sig, s->code, s->has_addr ? frame->eip : 0);
}

/*
 * An exception in the kernel itself. A page fault in usercopy brings the page
 * as the program's own access would; what cannot be repaired goes on at the
 * place that the exception table names; all else is a bug.
 */
static void trap_kernel_exception(struct trapframe *frame)
{
    vaddr_t fixup = extable_find(frame->eip);
    struct proc *p = this_proc();
    uint32_t addr = cr2_read();

    if (!fixup)
        fault_panic(frame);
    if (frame->trap == TRAP_PAGE_FAULT && addr < USER_END && p && p->space) {
        unsigned int access = FAULT_RESERVE;

        access |= frame->error & PAGE_FAULT_WRITE ? FAULT_WRITE : 0;
        p->usage.page_faults++;
        if (space_fault(p->space, addr, access) == FAULT_OK)
            return;
    }
    frame->eip = fixup;
}

void trap_tail(struct trapframe *frame)
{
    struct cpu *cpu = this_cpu();

    for (;;) {
        if (cpu->need_resched)
            schedule();
        else if (signal_is_due(cpu->current))
            signal_deliver(frame);
        else
            return;
    }
}

void trap_syscall(struct trapframe *frame)
{
    syscall_dispatch(frame);
    trap_tail(frame);
    this_cpu()->return_pc = frame->eip;
}

void trap_dispatch(struct trapframe *frame)
{
    bool is_user = trapframe_is_user(frame);
    bool is_irq = frame->trap >= TRAP_IRQ_FIRST && frame->trap < TRAP_IRQ_END;

    if (is_irq) {
        if (!is_user && !cpu_is_halted())
            fault_panic_irq(frame);
        kstack_check();
        irq_dispatch(frame);
    } else if (!is_user) {
        trap_kernel_exception(frame);
    } else if (frame->trap < TRAP_EXCEPTIONS) {
        trap_user_exception(frame);
    } else { /* a vector that no device has */
        fault_panic(frame);
    }
    if (!is_user) {
        /* SUBTLE(stale-selectors): FS and GS hold what some program left in
         * them; to load that again on the way back could fault, for ever. */
        frame->fs = frame->gs = 0;
        return;
    }
    trap_tail(frame);
    this_cpu()->return_pc = is_irq ? 0 : frame->eip;
}
