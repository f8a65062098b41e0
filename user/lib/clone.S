/* SPDX-License-Identifier: MIT */
/*
 * clone(2): a new process that starts on a stack of its own.
 *
 * The child cannot return to the caller, whose frame is on the old stack, so
 * FN and ARG are put on the new stack first; the child takes them from there
 * and ends with FN's result.
 *
 *     int clone(int (*fn)(void *), void *stack, int flags, void *arg,
 *               pid_t *parent_tid, struct user_desc *tls, pid_t *child_tid);
 *
 * The caller's stack, and the child's when it starts:
 *
 *     ESP -> | EBX | ESI | EDI | return | fn | stack | flags | arg | ...
 *     ESP -> | fn | arg | unused | unused |     (16-byte aligned above fn)
 */
#define SYS_EXIT 1
#define SYS_CLONE 120
#define EINVAL 22

    .text
    .globl clone
    .type clone, @function
clone:
    pushl %edi
    pushl %esi
    pushl %ebx
    movl $-EINVAL, %eax
    movl 20(%esp), %ecx     /* stack */
    testl %ecx, %ecx
    jz 2f
    andl $-16, %ecx
    subl $20, %ecx
    movl 16(%esp), %eax     /* fn */
    movl %eax, (%ecx)
    movl 28(%esp), %eax     /* arg */
    movl %eax, 4(%ecx)
    movl 24(%esp), %ebx     /* flags */
    movl 32(%esp), %edx     /* parent_tid */
    movl 36(%esp), %esi     /* tls */
    movl 40(%esp), %edi     /* child_tid */
    movl $SYS_CLONE, %eax
    int $0x80
    testl %eax, %eax
    jz 1f
    jns 3f
2:  pushl %eax
    call syscall_result
    addl $4, %esp
3:  popl %ebx
    popl %esi
    popl %edi
    ret

1:  xorl %ebp, %ebp         /* the child */
    popl %eax
    call *%eax
    movl %eax, %ebx
    movl $SYS_EXIT, %eax
    int $0x80
    hlt
    .size clone, . - clone

    .section .note.GNU-stack,"",@progbits
