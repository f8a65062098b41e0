/* SPDX-License-Identifier: MIT */
/*
 * The kernel's own faults, explained: what the address was that it should not
 * have touched, and in which registers to look.
 *
 * Called by trap.c when an exception in the kernel has no entry in the exception
 * table, and by the CPU itself for a double fault, which runs as a task of its
 * own: when a kernel stack has overflowed into its hole there is nowhere to push
 * a trapframe to.  Nothing here returns.
 * Facts: Intel SDM 3A, 6.15.  Read next: lib/panic.c.
 */
#include "x86/fault.h"

#include <asm/signal.h>

#include "arch.h"
#include "lib/ksyms.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "mm/space.h"
#include "proc/proc.h"
#include "x86/boot.h"
#include "x86/cpu.h"
#include "x86/extable.h"
#include "x86/gdt.h"
#include "x86/kstack.h"
#include "x86/trapframe.h"

#define FAULT_STACK_BYTES 8192u /* a panic formats text: it needs room */

struct extable_row {
    vaddr_t instruction;
    vaddr_t fixup;
};
extern const struct extable_row extable_start[], extable_end[];

const struct exception exceptions[TRAP_EXCEPTIONS] = {
    [TRAP_DIVIDE] = { "divide error", SIGFPE, FPE_INTDIV, true },
    [TRAP_DEBUG] = { "debug exception", SIGTRAP, TRAP_TRACE, true },
    [TRAP_NMI] = { .name = "non-maskable interrupt" },
    [TRAP_BREAKPOINT] = { "breakpoint", SIGTRAP, SI_KERNEL, false },
    [TRAP_OVERFLOW] = { "overflow", SIGSEGV, SI_KERNEL, false },
    [TRAP_BOUND] = { "bound range exceeded", SIGSEGV, SI_KERNEL, false },
    [TRAP_INVALID_OPCODE] = { "invalid opcode", SIGILL, ILL_ILLOPN, true },
    [TRAP_NO_FPU] = { .name = "use of the FPU" },
    [TRAP_DOUBLE_FAULT] = { .name = "double fault" },
    [TRAP_INVALID_TSS] = { "invalid TSS", SIGSEGV, SI_KERNEL, false },
    [TRAP_NO_SEGMENT] = { "segment not present", SIGBUS, SI_KERNEL, false },
    [TRAP_STACK] = { "stack segment fault", SIGBUS, SI_KERNEL, false },
    [TRAP_PROTECTION] = { "general protection fault", SIGSEGV, SI_KERNEL, false },
    [TRAP_PAGE_FAULT] = { .name = "page fault" },
    [TRAP_FPU_ERROR] = { .name = "FPU error" },
    [TRAP_ALIGNMENT] = { "alignment check", SIGBUS, BUS_ADRALN, false },
    [TRAP_MACHINE_CHECK] = { .name = "machine check" },
    [TRAP_SIMD_ERROR] = { .name = "SIMD error" },
};

vaddr_t extable_find(vaddr_t eip)
{
    for (const struct extable_row *row = extable_start; row < extable_end; row++) {
        if (row->instruction == eip)
            return row->fixup;
    }
    return 0;
}

static const char *fault_name(uint32_t trap)
{
    const char *name = trap < TRAP_EXCEPTIONS ? exceptions[trap].name : NULL;

    return name ? name : "trap";
}

/* If ADDR is in the hole below a kernel stack, then that has overflowed. */
static void fault_check_stack(const struct trapframe *frame, vaddr_t addr)
{
    if (kstack_is_guard(addr))
        panic_at(frame,
                 "the kernel stack of process %d has overflowed: address 0x%08x "
                 "is in the hole below it",
                 (int)kstack_owner(addr)->pid, addr);
    if (ROUND_DOWN(addr, PAGE_SIZE) == (vaddr_t)boot_stack_guard)
        panic_at(frame,
                 "the boot stack has overflowed: address 0x%08x is in the hole "
                 "below it",
                 addr);
}

/* What kind of address it was, as the end of a sentence. */
static const char *fault_place(uint32_t addr, uint32_t error)
{
    if (addr < USER_START)
        return "that is a NULL pointer, or a member of what one points at";
    if (addr < USER_END)
        return "that is a program's memory, which only mm/usercopy.c may touch";
    if (addr >= (vaddr_t)kernel_start && addr < (vaddr_t)rodata_end &&
        error & PAGE_FAULT_WRITE)
        return "that is the kernel's own code or constants, which are read-only";
    if (addr - DIRECT_MAP_BASE < DIRECT_MAP_BYTES)
        return "there is no memory that far up";
    if (kstack_owner(addr))
        return "that is a kernel stack";
    return "nothing is mapped there: a kernel stack that was freed, or a wild "
           "pointer";
}

static NORETURN void fault_panic_page(const struct trapframe *frame, uint32_t addr)
{
    const char *what = frame->error & PAGE_FAULT_WRITE ? "wrote to" : "read";

    fault_check_stack(frame, addr);
    if (addr == frame->eip)
        what = "jumped to";
    panic_at(frame, "the kernel %s address 0x%08x: %s", what, addr,
             fault_place(addr, frame->error));
}

void fault_panic(const struct trapframe *frame)
{
    if (frame->trap == TRAP_PAGE_FAULT)
        fault_panic_page(frame, cr2_read());
    panic_at(frame, "%s (trap %u, error code 0x%x) in the kernel",
             fault_name(frame->trap), frame->trap, frame->error);
}

void fault_panic_irq(const struct trapframe *frame)
{
    panic_at(frame,
             "interrupt %u came while the kernel worked: somebody has enabled "
             "interrupts, which are on only in user mode and in the idle loop",
             frame->trap - TRAP_IRQ_FIRST);
}

/* The double fault's task: the CPU has put the registers of what it interrupted
 * into the other task state segment. */
static NORETURN void fault_task(void)
{
    const struct tss *t = &main_tss;
    struct trapframe frame = {
        .gs = t->gs, .fs = t->fs, .es = t->es, .ds = t->ds,
        .edi = t->edi, .esi = t->esi, .ebp = t->ebp, .unused_esp = t->esp,
        .ebx = t->ebx, .edx = t->edx, .ecx = t->ecx, .eax = t->eax,
        .trap = TRAP_DOUBLE_FAULT,
        .eip = t->eip, .cs = t->cs, .eflags = t->eflags,
        .esp = t->esp, .ss = t->ss,
    };

    fault_check_stack(&frame, cr2_read());
    panic_at(&frame, "double fault: a second fault came while the CPU entered "
                     "the handler of a first one, at address 0x%08x",
             cr2_read());
}

static char fault_stack[FAULT_STACK_BYTES] __attribute__((aligned(16)));
struct tss fault_tss = {
    .cr3 = (uint32_t)boot_directory - DIRECT_MAP_BASE,
    .eip = (uint32_t)fault_task,
    .eflags = EFLAGS_FIXED,
    .esp = (uint32_t)fault_stack + FAULT_STACK_BYTES,
    .es = SELECTOR_KERNEL_DS,
    .cs = SELECTOR_KERNEL_CS,
    .ss = SELECTOR_KERNEL_DS,
    .ds = SELECTOR_KERNEL_DS,
    .io_map = sizeof(struct tss),
};

/* A kernel trap pushes no ESP: then it was where the trapframe ends. */
static uint32_t fault_esp(const struct trapframe *frame)
{
    if (trapframe_is_user(frame) || frame->trap == TRAP_DOUBLE_FAULT)
        return frame->esp;
    return (uint32_t)&frame->esp;
}

static void fault_print_registers(const struct trapframe *frame)
{
    if (!frame)
        return;
    klog("Registers at trap %u (%s), error code 0x%x, CR2 0x%08x:\n",
         frame->trap, fault_name(frame->trap), frame->error, cr2_read());
    klog("  eax %08x  ebx %08x  ecx %08x  edx %08x\n", frame->eax, frame->ebx,
         frame->ecx, frame->edx);
    klog("  esi %08x  edi %08x  ebp %08x  esp %08x\n", frame->esi, frame->edi,
         frame->ebp, fault_esp(frame));
    klog("  eip %08x  eflags %08x  cs %04x ds %04x es %04x fs %04x gs %04x\n",
         frame->eip, frame->eflags, frame->cs & 0xFFFF, frame->ds & 0xFFFF,
         frame->es & 0xFFFF, frame->fs & 0xFFFF, frame->gs & 0xFFFF);
    if (!trapframe_is_user(frame))
        ksyms_backtrace(frame->eip, frame->ebp);
}

void fault_init(void)
{
    static struct panic_section registers = { .print = fault_print_registers };

    panic_add_section(&registers);
}
