/* SPDX-License-Identifier: MIT */
/*
 * Where every trap enters the kernel, and where it leaves.
 *
 *     void trap_dispatch(struct trapframe *frame);     called from here
 *     void trap_first_return(void);    a new process's first way to user mode
 *
 * Each of the 256 gates leads to a stub of its own, which pushes what tells the
 * traps apart.  Then the stack holds a struct trapframe (x86/trapframe.h):
 *
 *     kernel stack's top -> +-------------------+
 *                           | SS      (0x7b)    |  by the CPU, only when it came
 *                           | ESP               |  from user mode
 *                           | EFLAGS            |  by the CPU
 *                           | CS                |
 *                           | EIP               |
 *                           | error code        |  by the CPU, or 0, or EAX
 *                           | trap number       |  by the stub
 *                           | EAX ECX EDX EBX   |  by PUSHA
 *                           | (ESP) EBP ESI EDI |
 *                           | DS ES FS GS       |
 *                  frame -> +-------------------+
 *
 * The kernel needs only DS and ES of its own: it never uses FS and GS, which
 * stay the program's.  The gates are interrupt gates: interrupts are off.
 * Read next: x86/trap.c.
 */
#include "x86/extable.h"
#include "x86/trapframe.h"

/* The exceptions for which the CPU itself pushes an error code. */
#define HAS_ERROR(n)                                                           \
    ((n) == 8 || ((n) >= 10 && (n) <= 14) || (n) == 17 || (n) == 21 ||         \
     (n) == 29 || (n) == 30)

    .cfi_sections .debug_frame
    .text
    .cfi_startproc
    .cfi_undefined eip          /* GDB: nobody calls this, a trace ends here */

/* The 256 stubs, and in rodata a table of their addresses for idt.c. */
    .pushsection .rodata
    .balign 4
    .globl trap_vectors
    .type trap_vectors, @object
trap_vectors:
    .popsection

    .type trap_stubs, @function
trap_stubs:
    .set number, 0
    .rept 256
    .pushsection .rodata
    .long 1f
    .popsection
1:
    .if number == TRAP_SYSCALL
    pushl %eax                  /* orig_eax */
    .elseif !(HAS_ERROR(number))
    pushl $0
    .endif
    pushl $number
    jmp trap_entry
    .set number, number + 1
    .endr

    .type trap_entry, @function
trap_entry:
    pusha
    pushl %ds
    pushl %es
    pushl %fs
    pushl %gs
    movl $SELECTOR_KERNEL_DS, %eax
    movl %eax, %ds
    movl %eax, %es
    cld
    pushl %esp                  /* trap_dispatch(frame) */
    call trap_dispatch
    addl $4, %esp
    jmp trap_return
    .size trap_entry, . - trap_entry

/*
 * SUBTLE(switch-returns): a process that was just made is switched to for the
 * first time: context.c put a whole trapframe right above its context, so ESP
 * points at it.
 */
    .globl trap_first_return
    .type trap_first_return, @function
trap_first_return:
    pushl %esp                  /* trap_tail(frame) */
    call trap_tail
    addl $4, %esp
    .size trap_first_return, . - trap_first_return

/*
 * Return from trap.  SUBTLE(return-fault): a program can make each of the five
 * loads below fault, by what it left in a signal frame or did to its TLS
 * descriptors.  A bad segment is replaced by the null segment, and its first
 * use will be the program's fault; then all are loaded anew, for the fault has
 * cost those that were.  So none is popped before all are good.  When IRET
 * faults, the program's registers are all back in place, and it is as if the
 * instruction it was to go on with had raised the exception.
 */
    .type trap_return, @function
trap_return:
1:  movw (%esp), %gs
2:  movw 4(%esp), %fs
3:  movw 8(%esp), %es
4:  movw 12(%esp), %ds
    addl $16, %esp
    popa
    addl $8, %esp               /* trap number, error code */
5:  iret

11: movl $0, (%esp)
    jmp trap_return
12: movl $0, 4(%esp)
    jmp trap_return
13: movl $0, 8(%esp)
    jmp trap_return
14: movl $0, 12(%esp)
    jmp trap_return
15: pushl $0
    pushl $TRAP_PROTECTION
    jmp trap_entry
    EXTABLE(1b, 11b)
    EXTABLE(2b, 12b)
    EXTABLE(3b, 13b)
    EXTABLE(4b, 14b)
    EXTABLE(5b, 15b)
    .cfi_endproc
    .size trap_return, . - trap_return

    .section .note.GNU-stack, "", @progbits
