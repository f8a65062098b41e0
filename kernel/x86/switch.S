/* SPDX-License-Identifier: MIT */
/*
 * The context switch: from one process's kernel stack to another's.
 *
 *     void context_switch(struct context **save, struct context *load);
 *
 * It is called like any function, so the caller's compiler has already put away
 * EAX, ECX and EDX; what remains of a process's kernel registers is pushed on
 * its stack and is then a struct context (x86/trapframe.h):
 *
 *     ESP+24 | load             the stack we leave, just before ESP changes
 *     ESP+20 | save
 *     ESP+16 | EIP              return address, pushed by the call
 *     ESP+12 | EBP
 *     ESP+8  | EBX
 *     ESP+4  | ESI
 *     ESP    | EDI              *save = ESP
 *
 * SUBTLE(switch-returns): the function that returns here is called by another
 * process, at another time, from the one that called: it returns on LOAD's
 * stack, to where that process once called context_switch (or to its very
 * first instruction).
 * Read next: x86/context.c, sched/core.c.
 */
    .text
    .globl context_switch
    .type context_switch, @function
context_switch:
    movl 4(%esp), %eax
    movl 8(%esp), %edx
    pushl %ebp
    pushl %ebx
    pushl %esi
    pushl %edi
    movl %esp, (%eax)           /* here the old process stops, */
    movl %edx, %esp             /* and here the new one goes on */
    popl %edi
    popl %esi
    popl %ebx
    popl %ebp
    ret
    .size context_switch, . - context_switch

    .section .note.GNU-stack, "", @progbits
