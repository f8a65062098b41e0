/* SPDX-License-Identifier: MIT */
/*
 * What a new process finds on its kernel stack, what changes in the machine at a
 * switch, and how portable code reads and writes a program's registers.
 *
 *     kstack_top -> +-----------+              +-----------+
 *                   | trapframe |              | 0         |  no return address
 *                   +-----------+              +-----------+
 *                   | context   |  EIP =       | context   |  EIP = entry
 *     returned ->   +-----------+  trap_first  +-----------+
 *                    for a program  _return     for the kernel
 *
 * Called by proc/ and sched/core.c through arch.h.  Invariant: a trapframe that
 * goes back to user mode has selectors of level 3 and interrupts on.
 * Read next: x86/switch.S, x86/trap.S.
 */
#include <asm/signal.h>

#include "arch.h"
#include "lib/string.h"
#include "x86/fpu.h"
#include "x86/gdt.h"
#include "x86/trapframe.h"

/* INT 0x80 is two bytes long: so far back, and it is executed again. */
#define INT_BYTES 2u
#define NO_SYSCALL (-1)

_Static_assert(sizeof(struct trapframe) == offsetof(struct sigcontext, fpstate),
               "a sigcontext begins as a trapframe");

struct arch_proc *arch_running;

struct context *context_setup_user(vaddr_t kstack_top,
                                   const struct trapframe *frame,
                                   struct trapframe **frame_out)
{
    struct trapframe *copy = (struct trapframe *)kstack_top - 1;
    struct context *context = (struct context *)copy - 1;

    *copy = *frame;
    *frame_out = copy;
    *context = (struct context){ .eip = (uint32_t)trap_first_return };
    return context;
}

struct context *context_setup_kernel(vaddr_t kstack_top, void (*entry)(void))
{
    uint32_t *return_address = (uint32_t *)kstack_top - 1;
    struct context *context = (struct context *)return_address - 1;

    *return_address = 0;
    *context = (struct context){ .eip = (uint32_t)entry };
    return context;
}

void arch_switch(struct arch_proc *from, struct arch_proc *to,
                 vaddr_t kstack_top)
{
    kstack_check();
    /* SUBTLE(tss-stack): TO's next trap must find TO's stack. */
    main_tss.esp0 = kstack_top;
    gdt_load_tls(to);
    fpu_switch(from, to);
    arch_running = to;
}

int arch_proc_copy(struct arch_proc *to, struct arch_proc *from)
{
    *to = (struct arch_proc){ .fpu = NULL };
    memcpy(to->tls, from->tls, sizeof(to->tls));
    return fpu_copy(to, from);
}

void arch_proc_reset(struct arch_proc *ap)
{
    fpu_forget(ap);
    *ap = (struct arch_proc){ .fpu = NULL };
    if (ap == arch_running)
        gdt_load_tls(ap);
}

void trapframe_start(struct trapframe *frame, uaddr_t entry, uaddr_t stack)
{
    *frame = (struct trapframe){
        .es = SELECTOR_USER_DS,
        .ds = SELECTOR_USER_DS,
        .trap = TRAP_SYSCALL,
        .orig_eax = NO_SYSCALL,
        .eip = entry,
        .cs = SELECTOR_USER_CS,
        .eflags = EFLAGS_FIXED | EFLAGS_IF,
        .esp = stack,
        .ss = SELECTOR_USER_DS,
    };
}

void trapframe_fork(struct trapframe *frame, uaddr_t stack)
{
    frame->eax = 0;
    frame->orig_eax = NO_SYSCALL;
    if (stack)
        frame->esp = stack;
}

void trapframe_set_result(struct trapframe *frame, long result)
{
    frame->eax = (uint32_t)result;
}

long trapframe_result(const struct trapframe *frame)
{
    return (long)frame->eax;
}

long trapframe_syscall(const struct trapframe *frame)
{
    return frame->trap == TRAP_SYSCALL ? frame->orig_eax : NO_SYSCALL;
}

void trapframe_restart(struct trapframe *frame, long number)
{
    frame->eax = (uint32_t)number;
    frame->eip -= INT_BYTES;
}

void trapframe_end_syscall(struct trapframe *frame)
{
    if (frame->trap == TRAP_SYSCALL)
        frame->orig_eax = NO_SYSCALL;
}

uaddr_t trapframe_stack(const struct trapframe *frame)
{
    return frame->esp;
}

uaddr_t trapframe_pc(const struct trapframe *frame)
{
    return frame->eip;
}

bool trapframe_is_user(const struct trapframe *frame)
{
    return frame->cs & SELECTOR_RPL_MASK;
}

void trapframe_call(struct trapframe *frame, uaddr_t handler, uaddr_t stack,
                    unsigned long arg1, unsigned long arg2, unsigned long arg3)
{
    frame->eip = handler;
    frame->esp = stack;
    frame->eax = arg1;
    frame->edx = arg2;
    frame->ecx = arg3;
    frame->cs = SELECTOR_USER_CS;
    frame->ss = SELECTOR_USER_DS;
    frame->ds = SELECTOR_USER_DS;
    frame->es = SELECTOR_USER_DS;
    frame->eflags &= ~(uint32_t)(EFLAGS_TF | EFLAGS_DF | EFLAGS_RF);
}

/* The CPU and PUSH leave the upper halves as they like. */
static void trapframe_cut_selectors(struct trapframe *frame)
{
    uint32_t *selectors[] = { &frame->gs, &frame->fs, &frame->es,
                              &frame->ds, &frame->cs, &frame->ss };

    for (unsigned int i = 0; i < ARRAY_LEN(selectors); i++)
        *selectors[i] &= 0xFFFF;
}

void trapframe_save(const struct trapframe *frame, struct sigcontext *to)
{
    *to = (struct sigcontext){ .esp_at_signal = 0 };
    memcpy(to, frame, sizeof(*frame));
    to->esp = to->esp_at_signal; /* PUSHA's ESP was the kernel's own */
    trapframe_cut_selectors((struct trapframe *)to);
    to->trapno = arch_running->fault_trap;
    to->err = arch_running->fault_error;
    to->cr2 = arch_running->fault_address;
}

/* SUBTLE(forged-frame): FROM lay in the program's memory, so nothing in it may
 * raise the program's privilege. */
void trapframe_restore(struct trapframe *frame, const struct sigcontext *from)
{
    struct trapframe old = *frame;

    memcpy(frame, from, sizeof(*frame));
    trapframe_cut_selectors(frame);
    frame->trap = old.trap;
    frame->error = old.error;
    frame->esp = from->esp;
    frame->cs |= SELECTOR_RPL_MASK;
    frame->ss |= SELECTOR_RPL_MASK;
    frame->eflags = (old.eflags & ~(uint32_t)EFLAGS_USER) |
                    (from->eflags & EFLAGS_USER);
}
