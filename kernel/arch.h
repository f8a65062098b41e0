/* SPDX-License-Identifier: MIT */
/*
 * The seam: every function that portable code may ask of the machine.
 *
 * The rooms above (mm, sched, proc, fs, tty, sys) are written against this page
 * and know no register, descriptor or port; kernel/x86/ keeps these promises.
 * What a second machine would have to offer is exactly what stands here.
 * Read next: x86/trapframe.h, then x86/switch.S.
 */
#pragma once

#include <asm/ldt.h>

#include "x86/pte.h"

struct proc;
struct trapframe;
struct context;
struct fpu;
struct sigcontext;

/* ---- The CPU ---------------------------------------------------------- */

/* All state that is one per CPU.  There is one CPU; SMP would make an array. */
struct cpu {
    struct proc *current;    /* whose kernel stack we are on */
    struct proc *idle;       /* runs when nothing is ready */
    bool need_resched;       /* the tail must call schedule() */
    uaddr_t return_pc;       /* where the last call or fault returned to */
};

struct cpu *this_cpu(void);

void irq_disable(void);
bool irq_is_enabled(void);

/*
 * Halts until the next interrupt has been handled.
 * IRQs: off before and after; on while halted, with no gap between enabling
 * and halting in which a wake-up could be lost.
 */
void cpu_halt_once(void);

/*
 * Lets the interrupts that wait be handled, in the middle of kernel work.
 * Context: preempt_point(), and copies of file contents, which others must see
 * as one.  IRQs: off before and after.
 */
void irq_let_in(void);

/* What is done first when the machine stops: interrupts go off, and perhaps more. */
extern void (*machine_stop_hook)(void);
/* Powers the machine off, or says that it may be switched off, and halts. */
void machine_poweroff(void) NORETURN;
void machine_reboot(void) NORETURN;

/* ---- Interrupts from devices ------------------------------------------ */

/*
 * Calls HANDLER at every interrupt of line IRQ (0 to 15), with interrupts off,
 * after the line was acknowledged, and unmasks the line.
 */
typedef void irq_handler(const struct trapframe *frame);
void irq_register(unsigned int irq, irq_handler *handler);
/* How many interrupts line IRQ has made. */
unsigned int irq_count(unsigned int irq);
#define IRQ_LINES 16u

/* ---- Page tables ------------------------------------------------------ */

/* One entry is a pte_t, with pte_make, pte_frame, pte_is_held, pte_is_writable:
 * see x86/pte.h, for they are inline. */

/*
 * Physical memory below DIRECT_MAP_BYTES appears at DIRECT_MAP_BASE, always,
 * in every directory: memory above is not used.
 */
#define DIRECT_MAP_BASE 0xC0000000u
#define DIRECT_MAP_BYTES (768u << 20)

/* A new directory: the kernel's half shared, the user's half empty.
 * Returns: what space->directory holds, or 0 without memory. */
paddr_t pgdir_alloc(void) MUST_CHECK;
/* Frees DIRECTORY and its tables, whose entries hold nothing any more. If it is
 * the loaded one, the kernel's own is loaded first. */
void pgdir_free(paddr_t directory);
/* Makes DIRECTORY the one in force; costs nothing if it is already. */
void pgdir_load(paddr_t directory);
/* The entry for ADDR, or NULL where there is no table for it yet. */
pte_t *pgdir_entry(paddr_t directory, uaddr_t addr);
/* The same, making the table by need. Returns: NULL without memory. */
pte_t *pgdir_entry_make(paddr_t directory, uaddr_t addr) MUST_CHECK;
/* For loops over the pages of [*ADDR, END): moves *ADDR on to the first there
 * that has a frame. Returns: its entry; NULL at the end. */
pte_t *pgdir_next_held(paddr_t directory, uaddr_t *addr, uaddr_t end);
/* Visits each of these pages with its ENTRY; ADDR, a variable, moves along. */
#define PGDIR_FOR_EACH_HELD(entry, directory, addr, end)                       \
    for (pte_t *entry; (entry = pgdir_next_held((directory), &(addr), (end)));  \
         (addr) += PAGE_SIZE)
/* Frees the tables that lie wholly in [START, END), which must be empty. */
void pgdir_free_tables(paddr_t directory, uaddr_t start, uaddr_t end);
/* Forgets what the CPU remembers of DIRECTORY in [START, END). */
void pgdir_flush(paddr_t directory, uaddr_t start, uaddr_t end);

/* Copies up to LEN bytes where either side may fault (SUBTLE(extable)).
 * Returns: the number of bytes that were not copied. */
size_t copy_may_fault(void *to, const void *from, size_t len);

/* ---- Time ------------------------------------------------------------- */

#define TICK_HZ 100
#define NS_PER_TICK (NS_PER_SECOND / TICK_HZ)

/* Nanoseconds since boot; never runs backwards. Ticks plus a TSC difference
 * that is clamped to one tick. */
uint64_t clock_now_ns(void);

/* What it is made of, for whoever has no time to make it now: the ticks, and the cycle
 * counter at the last one, or 0 where there is none; and making it of ticks and the
 * cycles since. */
extern uint64_t clock_ticks, tsc_at_tick;
uint64_t clock_ns(uint64_t ticks, uint64_t cycles);

/* The timer interrupt's share in clock_now_ns. Returns: how many ticks have
 * passed; more than one if the interrupt came too late (SUBTLE(lost-ticks)), none
 * if it is one in between (seed=). */
unsigned int clock_tick(void);

/* ---- Kernel stacks and contexts ---------------------------------------- */

#define KSTACK_BYTES 8192u

/*
 * A kernel stack: 8 KiB under a slot of 16 KiB aligned to 16 KiB, whose lower
 * half is a hole, so that an overflow faults and ESP leads to the process.
 * Returns: the address just above its top, or 0 when memory or slots are short.
 */
vaddr_t kstack_alloc(struct proc *owner) MUST_CHECK;
void kstack_free(vaddr_t top);
/* Whose kernel stack, or guard page, ADDR lies in; NULL for none. */
struct proc *kstack_owner(vaddr_t addr);
/* Panics if the stack that we are on has grown into its last words. */
void kstack_check(void);

/*
 * Saves the kernel registers of the running process in *SAVE and goes on in
 * LOAD.  Returns when somebody switches back to *SAVE.
 * IRQs: off.  Context: schedule() only.
 */
void context_switch(struct context **save, struct context *load);

/*
 * Prepares a new kernel stack so that the first switch to it returns to user
 * mode through the one tail, with the registers FRAME.
 * Returns: the context to switch to; *FRAME_OUT is where the trapframe stands.
 */
struct context *context_setup_user(vaddr_t kstack_top,
                                   const struct trapframe *frame,
                                   struct trapframe **frame_out);

/* Prepares a new kernel stack so that the first switch to it calls ENTRY,
 * which must not return. */
struct context *context_setup_kernel(vaddr_t kstack_top, void (*entry)(void));

/* Tells the machine that traps from user mode shall now use this stack, this
 * process's TLS descriptors and its FPU state. Context: schedule() only. */
struct arch_proc;
void arch_switch(struct arch_proc *from, struct arch_proc *to,
                 vaddr_t kstack_top);

/* ---- User registers --------------------------------------------------- */

/* Sets FRAME for the first instruction of a program. */
void trapframe_start(struct trapframe *frame, uaddr_t entry, uaddr_t stack);
/* Makes FRAME, a copy of the parent's, the child's: its call returns 0, on STACK
 * if that is not 0. */
void trapframe_fork(struct trapframe *frame, uaddr_t stack);
/* What the interrupted system call returns, or has returned, in FRAME. */
void trapframe_set_result(struct trapframe *frame, long result);
long trapframe_result(const struct trapframe *frame);
/* The number of the system call that FRAME came from, whose restart is still
 * undecided, or -1. */
long trapframe_syscall(const struct trapframe *frame);
/* Makes FRAME execute its system call once more, as call NUMBER. */
void trapframe_restart(struct trapframe *frame, long number);
/* After this FRAME counts as no system call: nothing will be restarted. */
void trapframe_end_syscall(struct trapframe *frame);
uaddr_t trapframe_stack(const struct trapframe *frame);
uaddr_t trapframe_pc(const struct trapframe *frame);
bool trapframe_is_user(const struct trapframe *frame);

/* Enters a signal handler: EIP, ESP and the three argument registers. */
void trapframe_call(struct trapframe *frame, uaddr_t handler, uaddr_t stack,
                    unsigned long arg1, unsigned long arg2, unsigned long arg3);
/* Copies the registers and the running process's last fault into the layout that
 * a signal handler sees. */
void trapframe_save(const struct trapframe *frame, struct sigcontext *to);
/*
 * Takes them back from memory that the program may have forged: selectors are
 * forced to user mode and EFLAGS to the bits a program may change.
 */
void trapframe_restore(struct trapframe *frame, const struct sigcontext *from);

/* ---- Per-process machine state ---------------------------------------- */

#define TLS_SLOTS 3

/* Embedded in struct proc; nobody but x86/ looks inside. */
struct arch_proc {
    struct user_desc tls[TLS_SLOTS]; /* zero where unused */
    struct fpu *fpu;            /* NULL until the first FPU instruction */
    uint32_t fault_address;     /* CR2, trap number and error code of the last */
    uint32_t fault_trap;        /* fault, for the signal frame */
    uint32_t fault_error;
};

/* fork: copies TLS and FPU state. Errors: -ENOMEM. */
int arch_proc_copy(struct arch_proc *to, struct arch_proc *from) MUST_CHECK;
/* exec and exit: forgets TLS and frees the FPU state. */
void arch_proc_reset(struct arch_proc *ap);
/* set_thread_area(2). Errors: -EINVAL bad slot or descriptor, -ESRCH none free. */
int arch_set_tls(struct arch_proc *ap, struct user_desc *desc);
/* get_thread_area(2). Errors: -EINVAL bad slot. */
int arch_get_tls(struct arch_proc *ap, struct user_desc *desc);
/*
 * The FPU state in the layout of signal frames (struct _fpstate, 112 bytes plus
 * fxsave's 512): its size, and copying from and to kernel memory. It is the
 * running process's. After a save the registers are fresh, for the handler.
 * Loading believes nothing: a program may have forged it; NULL is a fresh state.
 * fpu_frame_size is 0 for a process that never used the FPU.
 */
size_t fpu_frame_size(struct arch_proc *ap);
void fpu_save_frame(struct arch_proc *ap, void *to);
void fpu_load_frame(struct arch_proc *ap, const void *from);
