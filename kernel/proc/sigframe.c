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

#include <tine/syscall.h>

#include "lib/string.h"
#include "mm/usercopy.h"
#include "proc/altstack.h"
#include "proc/signal.h"

#define CODE_BYTES 8

/* The frame of a handler without SA_SIGINFO. */
struct sigframe_old {
    uint32_t return_address;
    uint32_t sig;
    struct sigcontext registers;
    uint32_t mask_high;
    uint8_t code[CODE_BYTES];
};

/* The frame of a handler with SA_SIGINFO. */
struct sigframe_rt {
    uint32_t return_address;
    uint32_t sig;
    uint32_t info_addr;
    uint32_t context_addr;
    siginfo_t info;
    struct ucontext_kernel context;
    uint8_t code[CODE_BYTES];
};

union sigframe {
    struct sigframe_old old;
    struct sigframe_rt rt;
};

/* sigreturn is called with the return address and the signal number popped,
 * rt_sigreturn with the return address popped. */
#define OLD_FRAME_POPPED 8u
#define RT_FRAME_POPPED 4u

#define FPU_FRAME_MAX 640u
#define FPU_FRAME_ALIGN 64u
#define STACK_ALIGN 16u

/* What returns from a frame of the old form, and of the other. */
static const uint8_t return_codes[][CODE_BYTES] = {
    /* pop %eax; mov $119, %eax; int $0x80 */
    { 0x58, 0xb8, SYS_sigreturn, 0, 0, 0, 0xcd, 0x80 },
    /* mov $173, %eax; int $0x80 */
    { 0xb8, SYS_rt_sigreturn, 0, 0, 0, 0xcd, 0x80 },
};

static size_t sigframe_bytes(bool is_rt)
{
    return is_rt ? sizeof(struct sigframe_rt) : sizeof(struct sigframe_old);
}

static struct sigcontext *sigframe_registers(union sigframe *f, bool is_rt)
{
    return is_rt ? &f->rt.context.uc_mcontext : &f->old.registers;
}

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

int sigframe_push(struct trapframe *frame, const siginfo_t *info,
                  const struct ksigaction *action, sigset_t mask)
{
    struct proc *p = this_proc();
    bool is_rt = action->flags & SA_SIGINFO;
    union sigframe f = { .rt = { .sig = (uint32_t)info->si_signo } };
    struct sigcontext *registers = sigframe_registers(&f, is_rt);
    uint8_t *code = is_rt ? f.rt.code : f.old.code;
    uaddr_t sp = altstack_top(p, trapframe_stack(frame), action->flags);
    uaddr_t info_addr = 0, context_addr = 0;

    trapframe_save(frame, registers);
    int error = sigframe_push_fpu(p, &sp, &registers->fpstate);
    if (error < 0)
        return error;
    registers->oldmask = (uint32_t)mask;
    memcpy(code, return_codes[is_rt], CODE_BYTES);
    uaddr_t at = sigframe_place(sp, sigframe_bytes(is_rt));
    f.old.return_address = action->flags & SA_RESTORER
                               ? action->restorer
                               : at + (uaddr_t)(code - (uint8_t *)&f);
    if (is_rt) {
        f.rt.info = *info;
        f.rt.context.uc_stack = p->altstack;
        f.rt.context.uc_sigmask = mask;
        f.rt.info_addr = info_addr = at + offsetof(struct sigframe_rt, info);
        f.rt.context_addr = context_addr =
            at + offsetof(struct sigframe_rt, context);
    } else {
        f.old.mask_high = (uint32_t)(mask >> 32);
    }
    if (!altstack_has_room(p, trapframe_stack(frame), action->flags, at) ||
        user_write(at, &f, sigframe_bytes(is_rt)) < 0)
        return -EFAULT;
    if (p->altstack.ss_flags & SS_AUTODISARM)
        altstack_reset(p);
    trapframe_call(frame, action->handler, at, f.old.sig, info_addr,
                   context_addr);
    return 0;
}

long signal_return(struct trapframe *frame, bool is_rt)
{
    struct proc *p = this_proc();
    union sigframe f;
    stack_t ignored;
    const struct sigcontext *registers = sigframe_registers(&f, is_rt);
    uaddr_t at = trapframe_stack(frame) -
                 (is_rt ? RT_FRAME_POPPED : OLD_FRAME_POPPED);

    trapframe_end_syscall(frame);
    int error = user_read(&f, at, sigframe_bytes(is_rt));
    if (error == 0) {
        signal_set_mask(is_rt ? f.rt.context.uc_sigmask
                              : (sigset_t)f.old.mask_high << 32 |
                                    registers->oldmask);
        p->restart.resume = NULL; /* what the handler interrupted is given up */
        trapframe_restore(frame, registers);
        error = sigframe_load_fpu(p, registers->fpstate);
    }
    if (error < 0) {
        signal_fault(p, SIGSEGV, SI_KERNEL, 0);
        return 0;
    }
    if (is_rt) /* if that cannot be, all stays as it is */
        altstack_change(&f.rt.context.uc_stack, &ignored,
                        trapframe_stack(frame));
    return trapframe_result(frame);
}
