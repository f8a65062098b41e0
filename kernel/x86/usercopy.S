/* SPDX-License-Identifier: MIT */
/*
 * The loop that may fault: a copy where one side is user memory.
 *
 *     size_t copy_may_fault(void *to, const void *from, size_t len);
 *         Returns: bytes not done, 0 if all went well.
 *
 * Stack, after the two pushes:
 *
 *     ESP+20 | third argument   ESP+8 | return address
 *     ESP+16 | second           ESP+4 | saved ESI
 *     ESP+12 | first            ESP   | saved EDI
 *
 * SUBTLE(extable): the pair (instruction, where to go on) in section .extable
 * tells x86/trap.c that a fault of this instruction that nothing can repair is
 * no panic. ECX then still counts what is left to do.
 */
#include "x86/extable.h"

    .text
    .globl copy_may_fault
    .type copy_may_fault, @function
copy_may_fault:
    pushl %esi
    pushl %edi
    movl 12(%esp), %edi
    movl 16(%esp), %esi
    movl 20(%esp), %edx
    movl %edx, %ecx
    shrl $2, %ecx
1:  rep movsl                   /* whole words */
    movl %edx, %ecx
    andl $3, %ecx
2:  rep movsb                   /* and the bytes that are left */
copy_end:
    movl %ecx, %eax             /* what a fault left undone, or 0 */
    popl %edi
    popl %esi
    ret
copy_words_left:
    andl $3, %edx               /* ECX words and these bytes were not done */
    leal (%edx, %ecx, 4), %ecx
    jmp copy_end
    EXTABLE(1b, copy_words_left)
    EXTABLE(2b, copy_end)
    .size copy_may_fault, . - copy_may_fault

    .section .note.GNU-stack, "", @progbits
