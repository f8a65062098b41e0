/* SPDX-License-Identifier: MIT */
/*
 * The trap handler: what came in is an exception, an interrupt or a system call;
 * and the one tail, through which every trap leaves to user mode.
 *
 * Called by trap.S with interrupts off, on the kernel stack of the process that
 * runs.  A program's exception becomes a signal to it.  The kernel's own is
 * either foreseen (the exception table) or the end (fault.c).  Invariant: no
 * return to user mode avoids trap_tail, and no interrupt finds the kernel
 * at work: they are on only in user mode, while the CPU is halted, and for a
 * moment in irq_let_in.
 * Read next: sys/dispatch.c for a call, sched/core.c for a tick.
 */
#include <asm/signal.h>

#include "debug/trace.h"
#include "mm/space.h"
#include "proc/oom.h"
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

/* What a page fault's verdict means for the program. */
static const struct {
    int sig;
    int code;
} fault_signals[] = {
    [FAULT_MAPERR] = { SIGSEGV, SEGV_MAPERR },
    [FAULT_ACCERR] = { SIGSEGV, SEGV_ACCERR },
    [FAULT_BUS] = { SIGBUS, BUS_ADRERR },
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

/* Brings the page at ADDR for a program, or for the kernel on its behalf. */
static enum fault_verdict trap_bring_page(const struct trapframe *frame,
                                          uaddr_t addr, unsigned int access)
{
    struct proc *p = this_proc();

    if (frame->error & PAGE_FAULT_WRITE)
        access |= FAULT_WRITE;
    p->usage.page_faults++;
    return space_fault(p->space, addr, access);
}

static void trap_user_page_fault(const struct trapframe *frame, uaddr_t addr)
{
    enum fault_verdict verdict = trap_bring_page(frame, addr, 0);

    if (verdict == FAULT_OK)
        return;
    if (verdict == FAULT_NO_MEMORY) {
        oom_kill(); /* the tail ends the victim; then the fault comes again */
        return;
    }
    this_proc()->arch.fault_address = addr;
    trap_signal_fault(frame, fault_signals[verdict].sig,
                      fault_signals[verdict].code, addr);
}

static void trap_user_exception(const struct trapframe *frame)
{
    const struct exception *e = &exceptions[frame->trap];

    switch (frame->trap) {
    case TRAP_PAGE_FAULT:
        trap_user_page_fault(frame, cr2_read());
        return;
    case TRAP_NO_FPU:
        trap_first_fpu(frame);
        return;
    case TRAP_FPU_ERROR:
    case TRAP_SIMD_ERROR:
        trap_signal_fault(frame, SIGFPE,
                          fpu_error_code(frame->trap == TRAP_SIMD_ERROR),
                          frame->eip);
        return;
    }
    if (!e->sig) /* NMI, machine check: nothing that the program did */
        fault_panic(frame);
    trap_signal_fault(frame, e->sig, e->code, e->has_addr ? frame->eip : 0);
}

/*
 * An exception in the kernel itself. A page fault in usercopy brings the page
 * as the program's own access would (SUBTLE(cow-kernel-write)); what cannot be
 * repaired goes on at the place that the exception table names; all else is a
 * bug.
 */
static void trap_kernel_exception(struct trapframe *frame)
{
    vaddr_t fixup = extable_find(frame->eip);
    struct proc *p = this_proc();
    uint32_t addr = cr2_read();

    if (!fixup)
        fault_panic(frame);
    if (frame->trap == TRAP_PAGE_FAULT && addr < USER_END && p && p->space &&
        trap_bring_page(frame, addr, FAULT_RESERVE) == FAULT_OK)
        return;
    frame->eip = fixup;
}

/*
 * SUBTLE(tail-loop): each step can make the other necessary again, since what
 * happens while another process runs, or within a handler's set-up, leaves
 * only a bit behind.  So both are asked until neither has anything to do.
 */
void trap_tail(struct trapframe *frame)
{
    struct cpu *cpu = this_cpu();

    for (;;) {
        if (cpu->need_resched)
            schedule();
        else if (signal_is_due(cpu->current))
            signal_deliver(frame);
        else
            break;
    }
    trace_resume(frame);
}

void trap_dispatch(struct trapframe *frame)
{
    bool is_user = trapframe_is_user(frame);
    bool is_irq = frame->trap >= TRAP_IRQ_FIRST && frame->trap < TRAP_IRQ_END;

    trace_trap(frame);
    if (frame->trap == TRAP_SYSCALL) {
        syscall_dispatch(frame);
    } else if (is_irq) {
        if (!is_user && !irq_is_expected())
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
