/* SPDX-License-Identifier: MIT */
/*
 * The first instructions of every program.
 *
 * exec leaves argc on top of the stack, then the argv pointers and a NULL,
 * the environment pointers and a NULL, the auxiliary vector (System V ABI for
 * i386, chapter 3, "Initial Stack"), with ESP a multiple of 16.  There is
 * nothing to return to.  EDX may name a function to run at exit; Linux and
 * Tine pass 0, and this library does not ask.
 * Read next: start.c.
 *
 *     void _start(void);
 *
 *     ESP -> | argc | argv[0] | ... | NULL | envp[0] | ... | NULL | auxv
 */
    .text
    .globl _start
    .type _start, @function
_start:
    xorl %ebp, %ebp         /* the outermost frame: backtraces end here */
    movl %esp, %eax
    andl $-16, %esp
    subl $12, %esp          /* so that ESP is a multiple of 16 at the call */
    pushl %eax
    call program_start      /* program_start(&argc) never returns */
    hlt
    .size _start, . - _start

    .section .note.GNU-stack,"",@progbits
