/* SPDX-License-Identifier: MIT */
/*
 * From a number in EAX to a typed call: the table include/tine/syscalls.def made
 * into one small function per row, which takes the arguments out of the saved
 * registers.
 *
 * The register order is that of syscall(2) for i386: EBX ECX EDX ESI EDI EBP.
 * Called by x86/trap.c for int $0x80, interrupts off.  Owns nothing.
 * Read next: the handler of your choice in sys/.
 */
#include <asm/signal.h>
#include <tine/syscall.h>

#include "debug/trace.h"
#include "lib/bitmap.h"
#include "lib/printf.h"
#include "proc/proc.h"
#include "sys/sys.h"
#include "x86/trapframe.h"

#define ARG1(t) (t) f->ebx
#define ARG2(t) (t) f->ecx
#define ARG3(t) (t) f->edx
#define ARG4(t) (t) f->esi
#define ARG5(t) (t) f->edi
#define ARG6(t) (t) f->ebp

/* call_NAME: unpacks the arguments of sys_NAME. */
#define CALL(name, ...)                                                        \
    static long call_##name(const struct trapframe *f)                         \
    {                                                                          \
        (void)f;                                                               \
        return sys_##name(__VA_ARGS__);                                        \
    }
#define SYSCALL0(number, name) CALL(name, )
#define SYSCALL1(number, name, t1, a1) CALL(name, ARG1(t1))
#define SYSCALL2(number, name, t1, a1, t2, a2) CALL(name, ARG1(t1), ARG2(t2))
#define SYSCALL3(number, name, t1, a1, t2, a2, t3, a3)                         \
    CALL(name, ARG1(t1), ARG2(t2), ARG3(t3))
#define SYSCALL4(number, name, t1, a1, t2, a2, t3, a3, t4, a4)                 \
    CALL(name, ARG1(t1), ARG2(t2), ARG3(t3), ARG4(t4))
#define SYSCALL5(number, name, t1, a1, t2, a2, t3, a3, t4, a4, t5, a5)         \
    CALL(name, ARG1(t1), ARG2(t2), ARG3(t3), ARG4(t4), ARG5(t5))
#define SYSCALL6(number, name, t1, a1, t2, a2, t3, a3, t4, a4, t5, a5, t6, a6) \
    CALL(name, ARG1(t1), ARG2(t2), ARG3(t3), ARG4(t4), ARG5(t5), ARG6(t6))
#include <tine/syscalls.def>

#define SYSCALL_RSEQ 386u
#define SYSCALL_CLONE3 435u

#define TOLD_BITS 8192u
#define HASH_FACTOR 31u

static long (*const syscall_table[SYSCALL_MAX + 1])(const struct trapframe *) = {
#define SYSCALL(number, name, ...) [number] = call_##name,
#include <tine/syscalls.def>
};

/* What every C library asks for once and does without: clone3, rseq. */
static bool syscall_is_declined(uint32_t number)
{
    return number == SYSCALL_CLONE3 || number == SYSCALL_RSEQ;
}

/* Tells of NUMBER once per program, which is known by its name: each pair of both has a
 * bit. Two pairs may share one, and the second is then not told of. */
static long syscall_unknown(uint32_t number)
{
    static uint32_t told[BITMAP_WORDS(TOLD_BITS)];
    const struct proc *p = this_proc();
    uint32_t bit = number;
    for (const char *c = p->comm; *c; c++)
        bit = bit * HASH_FACTOR + (uint8_t)*c;
    if (!syscall_is_declined(number) && !bitmap_test(told, bit % TOLD_BITS)) {
        bitmap_set(told, bit % TOLD_BITS);
        klog("%s[%d]: system call %d is not implemented\n", p->comm, p->pid,
             (int)number);
    }
    return -ENOSYS;
}

void syscall_dispatch(struct trapframe *frame)
{
    uint32_t number = frame->orig_eax;
    this_proc()->usage.calls++;
    trace_call(frame);
    long result = number <= SYSCALL_MAX && syscall_table[number]
                      ? syscall_table[number](frame)
                      : syscall_unknown(number);
    frame->eax = (uint32_t)result;
    trace_return(number, result);
    /* An interrupted call is settled in the tail; sigreturn, which brings back
     * another moment's EAX, is no longer a call by now. */
    if (result <= -ERESTARTSYS && result >= -ERESTARTBLOCK &&
        trapframe_syscall(frame) >= 0)
        this_proc()->has_unsettled_call = true;
}
