/* SPDX-License-Identifier: MIT */
/*
 * syscall(2): any system call, by number, with up to six arguments.
 *
 * For numbers that have no function of their own, and for tests.  It always
 * loads six registers; those that a call does not use do not matter.
 *
 *     long syscall(long number, ...);
 *
 * The stack before int $0x80:
 *
 *     ESP -> | EBP | EDI | ESI | EBX | return address | number | arg1 | ...
 */
    .text
    .globl syscall
    .type syscall, @function
syscall:
    pushl %ebx
    pushl %esi
    pushl %edi
    pushl %ebp
    movl 20(%esp), %eax
    movl 24(%esp), %ebx
    movl 28(%esp), %ecx
    movl 32(%esp), %edx
    movl 36(%esp), %esi
    movl 40(%esp), %edi
    movl 44(%esp), %ebp
    int $0x80
    popl %ebp
    popl %edi
    popl %esi
    popl %ebx
    pushl %eax
    call syscall_result
    addl $4, %esp
    ret
    .size syscall, . - syscall

    .section .note.GNU-stack,"",@progbits
