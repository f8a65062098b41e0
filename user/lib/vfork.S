/* SPDX-License-Identifier: MIT */
/*
 * vfork(2): a child that borrows its parent's memory, stack included.
 *
 * The child returns first, on the parent's own stack; what it calls next
 * overwrites the place of the return address before the parent comes back to
 * use it.  So that address is kept in ECX, which the kernel gives back to
 * each of the two as it was.
 *
 *     pid_t vfork(void);
 */
#define SYS_VFORK 190

    .text
    .globl vfork
    .type vfork, @function
vfork:
    popl %ecx
    movl $SYS_VFORK, %eax
    int $0x80
    pushl %ecx
    testl %eax, %eax
    js 1f
    ret
1:  pushl %eax              /* an error: there is no child */
    call syscall_result
    addl $4, %esp
    ret
    .size vfork, . - vfork

    .section .note.GNU-stack,"",@progbits
