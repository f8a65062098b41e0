/* SPDX-License-Identifier: MIT */
/*
 * What a signal handler returns to.
 *
 * The kernel builds a frame on the user stack and runs the handler as if the
 * code here had called it.  rt_sigreturn(2) then hands the frame back and the
 * interrupted code goes on; it does not return.  Linux has two kinds of
 * frame; signal.c always asks for the one that belongs to rt_sigreturn.
 *
 *     void signal_restorer(void);
 *
 *     ESP -> | signo | &info | &context | info | context |
 */
#define SYS_RT_SIGRETURN 173

    .text
    .globl signal_restorer
    .type signal_restorer, @function
signal_restorer:
    movl $SYS_RT_SIGRETURN, %eax
    int $0x80
    .size signal_restorer, . - signal_restorer

    .section .note.GNU-stack,"",@progbits
