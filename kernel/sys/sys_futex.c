/* SPDX-License-Identifier: MIT */
/*
 * System calls about futexes: one call that is six, in two widths of time, and
 * robust lists.
 *
 * Called by sys/dispatch.c in process context.  Read next: ipc/futex.c.
 */
#include <asm/futex.h>

#include "ipc/futex.h"
#include "sys/handler.h"

/* An interrupted wait with a time goes on by restart_syscall, to the same tick. */
static long futex_wait_until(struct restart *restart)
{
    struct futex_word word = { this_proc()->space, restart->futex.addr,
                               restart->futex.is_private };
    int error = futex_wait(&word, restart->futex.value, restart->futex.bitset,
                           restart->deadline);

    if (error != -ERESTARTSYS || restart->deadline == TICK_NEVER)
        return error;
    this_proc()->restart = *restart;
    return -ERESTARTBLOCK;
}

/* The tick at which the wait ends, if there is a time. FUTEX_WAIT's is from now, the
 * other's a moment of its clock. Errors: -EFAULT; -EINVAL. */
static int futex_deadline(int operation, uaddr_t time, enum time_form form,
                          tick_t *deadline)
{
    int command = operation & FUTEX_CMD_MASK;
    uint64_t ns;

    *deadline = TICK_NEVER;
    if (!time || (command != FUTEX_WAIT && command != FUTEX_WAIT_BITSET))
        return 0;
    int error = time_get(time, form, &ns);
    if (error < 0)
        return error;
    if (command == FUTEX_WAIT_BITSET) {
        uint64_t now = operation & FUTEX_CLOCK_REALTIME ? wall_clock_now_ns()
                                                        : clock_now_ns();
        *deadline = ns < now ? tick_now() : tick_after(ns - now);
    } else {
        *deadline = tick_after(ns);
    }
    return 0;
}

static long futex_call_wait(const struct futex_word *word, uint32_t value,
                            uint32_t bitset, tick_t deadline)
{
    struct restart restart = {
        .resume = futex_wait_until,
        .deadline = deadline,
        .futex = { word->addr, value, bitset, word->is_private },
    };

    return bitset ? futex_wait_until(&restart) : -EINVAL;
}

long futex_call(uaddr_t addr, int operation, uint32_t value, uint32_t time,
                uaddr_t addr2, uint32_t value3, enum time_form form)
{
    struct space *space = this_proc()->space;
    bool is_private = operation & FUTEX_PRIVATE_FLAG;
    struct futex_word word = { space, addr, is_private };
    struct futex_word second = { space, addr2, is_private };
    int count = (int)value, count2 = (int)time;
    int command = operation & FUTEX_CMD_MASK;
    tick_t deadline;

    int error = futex_deadline(operation, time, form, &deadline);
    if (error < 0)
        return error;
    if (operation & FUTEX_CLOCK_REALTIME && command != FUTEX_WAIT_BITSET)
        return -ENOSYS;
    switch (command) {
    case FUTEX_WAIT:
        return futex_call_wait(&word, value, FUTEX_BITSET_MATCH_ANY, deadline);
    case FUTEX_WAIT_BITSET:
        return futex_call_wait(&word, value, value3, deadline);
    case FUTEX_WAKE:
        return futex_wake(&word, count, FUTEX_BITSET_MATCH_ANY);
    case FUTEX_WAKE_BITSET:
        return value3 ? futex_wake(&word, count, value3) : -EINVAL;
    case FUTEX_REQUEUE:
        return futex_requeue(&word, &second, count, count2, NULL);
    case FUTEX_CMP_REQUEUE:
        return futex_requeue(&word, &second, count, count2, &value3);
    case FUTEX_WAKE_OP:
        return futex_wake_op(&word, &second, count, count2, value3);
    default: /* FUTEX_LOCK_PI and its kin: priorities are not inherited here */
        return -ENOSYS;
    }
}

/* Another's list may be seen by who may send it signals, as on Linux roughly by
 * who may trace it. */
long sys_get_robust_list(pid_t pid, uaddr_t head, uaddr_t len)
{
    const struct proc *self = this_proc();
    const struct proc *p = proc_named(pid);
    size_t size = sizeof(struct robust_list_head);

    if (!p)
        return -ESRCH;
    if (p != self && !cred_can(&self->cred, CAP_SYS_PTRACE) &&
        (self->cred.uid != p->cred.uid || self->cred.uid != p->cred.suid))
        return -EPERM;
    if (user_put(len, size) < 0 || user_put(head, p->robust_list) < 0)
        return -EFAULT;
    return 0;
}
