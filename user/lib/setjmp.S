/* SPDX-License-Identifier: MIT */
/*
 * setjmp and sigsetjmp: remember where we are; longjmp: go back there.
 *
 * A place is what the caller of setjmp expects to keep over a call: EBX, ESI,
 * EDI, EBP, its stack pointer and its return address (System V ABI for i386,
 * chapter 3).  sigsetjmp also keeps the signal mask: jump.c does that part.
 *
 *     int setjmp(jmp_buf env);
 *     int sigsetjmp(sigjmp_buf env, int save_mask);
 *     void jump_to(jmp_buf env, int value);
 *
 *     ESP -> | return address | env | save_mask or value |
 */
#define ENV_EBX 0
#define ENV_ESI 4
#define ENV_EDI 8
#define ENV_EBP 12
#define ENV_ESP 16
#define ENV_EIP 20
#define ENV_MASK_IS_SAVED 24

    .macro SAVE_PLACE
    movl 4(%esp), %eax
    movl %ebx, ENV_EBX(%eax)
    movl %esi, ENV_ESI(%eax)
    movl %edi, ENV_EDI(%eax)
    movl %ebp, ENV_EBP(%eax)
    leal 4(%esp), %ecx      /* ESP after the return */
    movl %ecx, ENV_ESP(%eax)
    movl (%esp), %ecx
    movl %ecx, ENV_EIP(%eax)
    .endm

    .text
    .globl setjmp, _setjmp
    .type setjmp, @function
    .type _setjmp, @function
setjmp:
_setjmp:
    SAVE_PLACE
    movl $0, ENV_MASK_IS_SAVED(%eax)
    xorl %eax, %eax
    ret
    .size setjmp, . - setjmp

    .globl sigsetjmp
    .type sigsetjmp, @function
sigsetjmp:
    SAVE_PLACE
    jmp jump_save_mask      /* same arguments; it returns 0 to our caller */
    .size sigsetjmp, . - sigsetjmp

    .globl jump_to
    .type jump_to, @function
jump_to:
    movl 4(%esp), %edx
    movl 8(%esp), %eax
    movl ENV_EBX(%edx), %ebx
    movl ENV_ESI(%edx), %esi
    movl ENV_EDI(%edx), %edi
    movl ENV_EBP(%edx), %ebp
    movl ENV_ESP(%edx), %esp
    jmp *ENV_EIP(%edx)
    .size jump_to, . - jump_to

    .section .note.GNU-stack,"",@progbits
