/* SPDX-License-Identifier: MIT */
/*
 * The signal frame: how a handler is entered, and how it comes back.
 *
 * To run a handler, what the program was doing is put onto its own stack in the
 * layout that Linux programs expect (asm/signal.h), and the trapframe is set to
 * the handler's first instruction.  The handler returns into a restorer that
 * calls sigreturn, which takes everything back.  Between the two the memory was
 * the program's: nothing in it is believed (trapframe_restore).
 *
 *   higher addresses   interrupted stack
 *                      FPU state, if the program has used the FPU
 *                      return code, for a program that gave no restorer
 *                      mask, registers (and siginfo)
 *                      signal number (and two pointers)
 *   ESP at entry  -->  return address: the restorer
 *
 * Called by proc/deliver.c, in the tail, and by the two sigreturn calls.
 * The only file of proc/ that knows the layouts of a signal frame.
 * Read next: x86/context.c for the registers.
 */
#include "proc/sigframe.h"

#include <asm/signal.h>
#include <tine/errno.h>
#include <tine/syscall.h>

#include "lib/string.h"
#include "mm/usercopy.h"
#include "proc/altstack.h"
#include "proc/signal.h"

/* The frame of a handler without SA_SIGINFO. */
struct sigframe_old {
    uint32_t return_address;
    uint32_t sig;
    struct sigcontext registers;
    uint32_t mask_high;
    uint8_t code[8];
};

/* The frame of a handler with SA_SIGINFO. */
struct sigframe_rt {
    uint32_t return_address;
    uint32_t sig;
    uint32_t info_addr;
    uint32_t context_addr;
    siginfo_t info;
    struct ucontext_kernel context;
    uint8_t code[8];
};

/* sigreturn is called with the return address and the signal number popped,
 * rt_sigreturn with the return address popped. */
#define OLD_FRAME_POPPED 8u
#define RT_FRAME_POPPED 4u

#define FPU_FRAME_MAX 640u
#define FPU_FRAME_ALIGN 64u
#define STACK_ALIGN 16u

/* pop %eax; mov $119, %eax; int $0x80 */
static const uint8_t code_sigreturn[8] = { 0x58, 0xb8, SYS_sigreturn, 0,
                                           0,    0,    0xcd,          0x80 };
/* mov $173, %eax; int $0x80 */
static const uint8_t code_rt_sigreturn[8] = { 0xb8, SYS_rt_sigreturn, 0, 0,
                                              0,    0xcd,             0x80 };

/* Saves the FPU state below *SP. Returns: its address in *WHERE, 0 for none. */
static int sigframe_push_fpu(struct proc *p, uaddr_t *sp, unsigned long *where)
{
    uint8_t state[FPU_FRAME_MAX] __attribute__((aligned(16)));
    size_t len = fpu_frame_size(&p->arch);
    *where = 0;
    if (len == 0)
        return 0;
    *sp = ROUND_DOWN(*sp - len, FPU_FRAME_ALIGN);
    fpu_save_frame(&p->arch, state);
    *where = *sp;
    return user_write(*sp, state, len);
}

/* WHERE 0: the program has taken the state away, and gets a fresh one. */
static int sigframe_load_fpu(struct proc *p, uaddr_t where)
{
    uint8_t state[FPU_FRAME_MAX] __attribute__((aligned(16)));
    size_t len = fpu_frame_size(&p->arch);
    if (len == 0)
        return 0;
    int error = where ? user_read(state, where, len) : 0;
    if (error == 0)
        fpu_load_frame(&p->arch, where ? state : NULL);
    return error;
}

/* Room for LEN bytes below SP, such that the handler finds its stack aligned as
 * after a call instruction (System V i386 ABI, 2.2.2). */
static uaddr_t sigframe_place(uaddr_t sp, size_t len)
{
    return ROUND_DOWN(sp - len + sizeof(uint32_t), STACK_ALIGN) -
           sizeof(uint32_t);
}

int sigframe_push_old(struct trapframe *frame, int sig,
                      const struct ksigaction *action, sigset_t mask)
{
    struct proc *p = this_proc();
    struct sigframe_old f = { .sig = (uint32_t)sig };
    uaddr_t sp = altstack_top(p, trapframe_stack(frame), action->flags);

    trapframe_save(frame, &f.registers);
    int error = sigframe_push_fpu(p, &sp, &f.registers.fpstate);
    if (error < 0)
        return error;
    f.registers.oldmask = (uint32_t)mask;
    f.mask_high = (uint32_t)(mask >> 32);
    memcpy(f.code, code_sigreturn, sizeof(f.code));

    uaddr_t at = sigframe_place(sp, sizeof(f));
    f.return_address = action->flags & SA_RESTORER
                           ? action->restorer
                           : at + offsetof(struct sigframe_old, code);
    if (!altstack_has_room(p, trapframe_stack(frame), action->flags, at) ||
        user_write(at, &f, sizeof(f)) < 0)
        return -EFAULT;
    altstack_entered(p);
    trapframe_call(frame, action->handler, at, (unsigned long)sig, 0, 0);
    return 0;
}

int sigframe_push_rt(struct trapframe *frame, const siginfo_t *info,
                     const struct ksigaction *action, sigset_t mask)
{
    struct proc *p = this_proc();
    struct sigframe_rt f = { .sig = (uint32_t)info->si_signo, .info = *info };
    uaddr_t sp = altstack_top(p, trapframe_stack(frame), action->flags);

    trapframe_save(frame, &f.context.uc_mcontext);
    f.context.uc_stack = p->altstack;
    f.context.uc_sigmask = mask;
    f.context.uc_mcontext.oldmask = (uint32_t)mask;
    int error = sigframe_push_fpu(p, &sp, &f.context.uc_mcontext.fpstate);
    if (error < 0)
        return error;
    memcpy(f.code, code_rt_sigreturn, sizeof(f.code));

    uaddr_t at = sigframe_place(sp, sizeof(f));
    f.info_addr = at + offsetof(struct sigframe_rt, info);
    f.context_addr = at + offsetof(struct sigframe_rt, context);
    f.return_address = action->flags & SA_RESTORER
                           ? action->restorer
                           : at + offsetof(struct sigframe_rt, code);
    if (!altstack_has_room(p, trapframe_stack(frame), action->flags, at) ||
        user_write(at, &f, sizeof(f)) < 0)
        return -EFAULT;
    altstack_entered(p);
    trapframe_call(frame, action->handler, at, f.sig, f.info_addr,
                   f.context_addr);
    return 0;
}

/* What both returns have in common. */
static long sigframe_restore(struct trapframe *frame,
                             const struct sigcontext *registers, sigset_t mask)
{
    struct proc *p = this_proc();
    signal_set_mask(mask);
    trapframe_restore(frame, registers);
    trapframe_end_syscall(frame);
    if (sigframe_load_fpu(p, registers->fpstate) < 0)
        signal_fault(p, SIGSEGV, SI_KERNEL, 0);
    return trapframe_result(frame);
}

static long sigframe_is_bad(struct trapframe *frame)
{
    trapframe_end_syscall(frame);
    signal_fault(this_proc(), SIGSEGV, SI_KERNEL, 0);
    return 0;
}

long signal_return(struct trapframe *frame)
{
    struct sigframe_old f;
    if (user_get(f, trapframe_stack(frame) - OLD_FRAME_POPPED) < 0)
        return sigframe_is_bad(frame);
    return sigframe_restore(frame, &f.registers,
                            (sigset_t)f.mask_high << 32 | f.registers.oldmask);
}

long signal_return_rt(struct trapframe *frame)
{
    struct sigframe_rt f;
    stack_t ignored;
    if (user_get(f, trapframe_stack(frame) - RT_FRAME_POPPED) < 0)
        return sigframe_is_bad(frame);
    long result = sigframe_restore(frame, &f.context.uc_mcontext,
                                   f.context.uc_sigmask);
    /* If that cannot be, all stays as it is. */
    altstack_change(&f.context.uc_stack, &ignored,
                          trapframe_stack(frame));
    return result;
}
