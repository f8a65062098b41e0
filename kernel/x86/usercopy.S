/* SPDX-License-Identifier: MIT */
/*
 * The loops that may fault: copies where one side is user memory.
 *
 *     size_t copy_may_fault(void *to, const void *from, size_t len);
 *     size_t clear_may_fault(void *to, size_t len);
 *         Return: bytes not done, 0 if all went well.
 *     long copy_string_may_fault(char *to, const char *from, size_t size);
 *         Returns: length, SIZE without a NUL, -1 at a fault.
 *
 * Stack in each, after the two pushes:
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

    .globl clear_may_fault
    .type clear_may_fault, @function
clear_may_fault:
    pushl %esi
    pushl %edi
    movl 12(%esp), %edi
    movl 16(%esp), %edx
    movl %edx, %ecx
    shrl $2, %ecx
    xorl %eax, %eax
1:  rep stosl
    movl %edx, %ecx
    andl $3, %ecx
2:  rep stosb
    jmp copy_end
    EXTABLE(1b, copy_words_left)
    EXTABLE(2b, copy_end)
    .size clear_may_fault, . - clear_may_fault

    .globl copy_string_may_fault
    .type copy_string_may_fault, @function
copy_string_may_fault:
    pushl %esi
    pushl %edi
    movl 12(%esp), %edi
    movl 16(%esp), %esi
    movl 20(%esp), %ecx
    xorl %eax, %eax             /* EAX = bytes before the NUL */
1:  cmpl %ecx, %eax
    je 3f
2:  movb (%esi, %eax), %dl
    movb %dl, (%edi, %eax)
    testb %dl, %dl
    jz 3f
    incl %eax
    jmp 1b
3:  popl %edi
    popl %esi
    ret
4:  movl $-1, %eax
    jmp 3b
    EXTABLE(2b, 4b)
    .size copy_string_may_fault, . - copy_string_may_fault

    .section .note.GNU-stack, "", @progbits
