/* SPDX-License-Identifier: MIT */
/*
 * The alternate signal stack (sigaltstack(2)): a handler can run there when the
 * program's own stack is used up, or is not to be trusted.
 *
 * Whether a process is on it is nowhere noted: its stack pointer tells.  With
 * SS_AUTODISARM it counts as none from the handler's entry on, until sigreturn
 * brings it back from the frame: so a handler may leave for another stack.
 * A size of 0 means that there is none.
 * Called by proc/sigframe.c and sys/sys_signal.c for the running process.
 */
#include "proc/altstack.h"

#include "proc/proc.h"

static bool altstack_contains(const struct proc *p, uaddr_t sp)
{
    uaddr_t base = (uaddr_t)(uintptr_t)p->altstack.ss_sp;
    return sp > base && sp - base <= p->altstack.ss_size;
}

static bool altstack_is_used(const struct proc *p, uaddr_t sp)
{
    return !(p->altstack.ss_flags & SS_AUTODISARM) && altstack_contains(p, sp);
}

void altstack_reset(struct proc *p)
{
    p->altstack = (stack_t){ .ss_size = 0 };
}

int altstack_change(const stack_t *stack, stack_t *old, uaddr_t sp)
{
    struct proc *p = this_proc();
    *old = p->altstack;
    old->ss_flags &= SS_AUTODISARM;
    if (old->ss_size == 0)
        old->ss_flags |= SS_DISABLE;
    else if (altstack_is_used(p, sp))
        old->ss_flags |= SS_ONSTACK;
    if (!stack)
        return 0;
    if (altstack_is_used(p, sp))
        return -EPERM;
    int mode = stack->ss_flags & ~SS_AUTODISARM;
    if (mode != 0 && mode != SS_DISABLE && mode != SS_ONSTACK)
        return -EINVAL;
    if (mode != SS_DISABLE && stack->ss_size < MINSIGSTKSZ)
        return -ENOMEM;
    p->altstack = *stack;
    if (mode == SS_DISABLE)
        p->altstack = (stack_t){ .ss_flags = stack->ss_flags };
    return 0;
}

uaddr_t altstack_top(const struct proc *p, uaddr_t sp, unsigned long flags)
{
    if (!(flags & SA_ONSTACK) || p->altstack.ss_size == 0 ||
        altstack_is_used(p, sp))
        return sp;
    return (uaddr_t)(uintptr_t)p->altstack.ss_sp + p->altstack.ss_size;
}

bool altstack_has_room(const struct proc *p, uaddr_t sp, unsigned long flags,
                       uaddr_t at)
{
    bool is_there = altstack_is_used(p, sp) || altstack_top(p, sp, flags) != sp;
    return !is_there || altstack_contains(p, at);
}
