/* SPDX-License-Identifier: MIT */
/*
 * The system-call stubs: for each row of the table one function sys_NAME.
 *
 * A stub moves its arguments from the stack, where C put them, into the
 * registers where the kernel looks: EBX ECX EDX ESI EDI EBP, the number in
 * EAX.  The kernel answers in EAX and keeps every other register; the result
 * is returned as it is, so -ENOENT and not -1.  EBX, ESI, EDI and EBP belong
 * to the caller (System V ABI for i386, chapter 3) and are saved first.
 * sys.h has the prototypes, from the same table.
 * Read next: errno.c, which turns -ENOENT into -1 and errno.
 *
 *     long sys_NAME(arg1, arg2, ...);
 *
 * The stack of a stub with three arguments, before int $0x80:
 *
 *     ESP -> | saved EBX | return address | arg1 | arg2 | arg3 |
 */
    .macro STUB name, number, arity
    .globl sys_\name
    .type sys_\name, @function
sys_\name:
    .if \arity >= 1
    pushl %ebx
    .endif
    .if \arity >= 4
    pushl %esi
    .endif
    .if \arity >= 5
    pushl %edi
    .endif
    .if \arity >= 6
    pushl %ebp
    .endif

    .if \arity <= 3         /* one register was pushed */
    .set FIRST, 8
    .else                   /* arity - 2 registers were pushed */
    .set FIRST, 4 + 4 * (\arity - 2)
    .endif

    .if \arity >= 1
    movl FIRST(%esp), %ebx
    .endif
    .if \arity >= 2
    movl FIRST + 4(%esp), %ecx
    .endif
    .if \arity >= 3
    movl FIRST + 8(%esp), %edx
    .endif
    .if \arity >= 4
    movl FIRST + 12(%esp), %esi
    .endif
    .if \arity >= 5
    movl FIRST + 16(%esp), %edi
    .endif
    .if \arity >= 6
    movl FIRST + 20(%esp), %ebp
    .endif

    movl $\number, %eax
    int $0x80

    .if \arity >= 6
    popl %ebp
    .endif
    .if \arity >= 5
    popl %edi
    .endif
    .if \arity >= 4
    popl %esi
    .endif
    .if \arity >= 1
    popl %ebx
    .endif
    ret
    .size sys_\name, . - sys_\name
    .endm

#define SYSCALL0(number, name, ...) STUB name, number, 0
#define SYSCALL1(number, name, ...) STUB name, number, 1
#define SYSCALL2(number, name, ...) STUB name, number, 2
#define SYSCALL3(number, name, ...) STUB name, number, 3
#define SYSCALL4(number, name, ...) STUB name, number, 4
#define SYSCALL5(number, name, ...) STUB name, number, 5
#define SYSCALL6(number, name, ...) STUB name, number, 6

    .text
#include <tine/syscalls.def>

    .section .note.GNU-stack,"",@progbits
