/* SPDX-License-Identifier: MIT */
/*
 * System calls about futexes: one call that is six, in two widths of time, and
 * robust lists.
 *
 * Called by sys/dispatch.c in process context.  Read next: ipc/futex.c.
 */
#include <asm/futex.h>
#include <tine/errno.h>

#include "ipc/futex.h"
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"
#include "time/clock.h"
#include "time/timer.h"

/* The six arguments; the fourth is a time or a number. */
struct futex_call {
    uaddr_t addr;
    int operation;
    uint32_t value, value2;
    uaddr_t addr2;
    uint32_t value3;
    const struct timespec64 *time; /* NULL: for ever */
};

static bool futex_has_timeout(int operation)
{
    int command = operation & FUTEX_CMD_MASK;

    return command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET;
}

/* The tick at which the wait ends. FUTEX_WAIT's time is from now, the other's a
 * moment of its clock. */
static tick_t futex_deadline(const struct futex_call *call)
{
    struct timespec64 left = *call->time;
    uint64_t now;

    if ((call->operation & FUTEX_CMD_MASK) == FUTEX_WAIT_BITSET) {
        now = call->operation & FUTEX_CLOCK_REALTIME ? wall_clock_now_ns()
                                                     : clock_now_ns();
        left.tv_sec -= (long long)(now / NS_PER_SECOND);
        left.tv_nsec -= (long long)(now % NS_PER_SECOND);
        if (left.tv_nsec < 0) {
            left.tv_nsec += NS_PER_SECOND;
            left.tv_sec--;
        }
        if (left.tv_sec < 0)
            return tick_now();
    }
    return tick_after((uint64_t)left.tv_sec, (uint32_t)left.tv_nsec);
}

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

static long futex_call_wait(const struct futex_call *call, uint32_t bitset)
{
    struct restart restart = {
        .resume = futex_wait_until,
        .deadline = call->time ? futex_deadline(call) : TICK_NEVER,
        .futex = { call->addr, call->value, bitset,
                   call->operation & FUTEX_PRIVATE_FLAG },
    };

    return bitset ? futex_wait_until(&restart) : -EINVAL;
}

static long futex_dispatch(const struct futex_call *call)
{
    struct space *space = this_proc()->space;
    bool is_private = call->operation & FUTEX_PRIVATE_FLAG;
    struct futex_word word = { space, call->addr, is_private };
    struct futex_word second = { space, call->addr2, is_private };
    int count = (int)call->value, count2 = (int)call->value2;
    int command = call->operation & FUTEX_CMD_MASK;

    if (call->operation & FUTEX_CLOCK_REALTIME && command != FUTEX_WAIT_BITSET)
        return -ENOSYS;
    switch (command) {
    case FUTEX_WAIT:
        return futex_call_wait(call, FUTEX_BITSET_MATCH_ANY);
    case FUTEX_WAIT_BITSET:
        return futex_call_wait(call, call->value3);
    case FUTEX_WAKE:
        return futex_wake(&word, count, FUTEX_BITSET_MATCH_ANY);
    case FUTEX_WAKE_BITSET:
        return call->value3 ? futex_wake(&word, count, call->value3) : -EINVAL;
    case FUTEX_REQUEUE:
        return futex_requeue(&word, &second, count, count2, NULL);
    case FUTEX_CMP_REQUEUE:
        return futex_requeue(&word, &second, count, count2, &call->value3);
    case FUTEX_WAKE_OP:
        return futex_wake_op(&word, &second, count, count2, call->value3);
    default: /* FUTEX_LOCK_PI and its kin: priorities are not inherited here */
        return -ENOSYS;
    }
}

/* Takes the time in, where there is one: in 32 bits or, IS_WIDE, in 64. */
static long futex_call(struct futex_call *call, bool is_wide)
{
    struct timespec64 wide;
    struct timespec narrow;
    uaddr_t time = call->value2;

    if (!time || !futex_has_timeout(call->operation))
        return futex_dispatch(call);
    if ((is_wide ? user_get(wide, time) : user_get(narrow, time)) < 0)
        return -EFAULT;
    if (!is_wide)
        wide = (struct timespec64){ narrow.tv_sec, narrow.tv_nsec };
    if (wide.tv_sec < 0 || wide.tv_nsec < 0 || wide.tv_nsec >= NS_PER_SECOND)
        return -EINVAL;
    call->time = &wide;
    return futex_dispatch(call);
}

long sys_futex_time64(uaddr_t addr, int operation, unsigned int value, uaddr_t time,
                      uaddr_t addr2, unsigned int value3)
{
    return futex_call(&(struct futex_call){ addr, operation, value, time, addr2,
                                            value3, NULL }, true);
}

long sys_futex(uaddr_t addr, int operation, unsigned int value, uaddr_t time,
               uaddr_t addr2, unsigned int value3)
{
    return futex_call(&(struct futex_call){ addr, operation, value, time, addr2,
                                            value3, NULL }, false);
}

long sys_set_robust_list(uaddr_t head, size_t len)
{
    if (len != sizeof(struct robust_list_head))
        return -EINVAL;
    this_proc()->robust_list = head;
    return 0;
}

/* Another's list may be seen by who may send it signals, as on Linux roughly by
 * who may trace it. */
long sys_get_robust_list(pid_t pid, uaddr_t head, uaddr_t len)
{
    const struct proc *self = this_proc();
    const struct proc *p = pid ? proc_find(pid) : self;
    size_t size = sizeof(struct robust_list_head);

    if (!p)
        return -ESRCH;
    if (p != self && !cred_is_root(&self->cred) &&
        (self->cred.uid != p->cred.uid || self->cred.uid != p->cred.suid))
        return -EPERM;
    if (user_put(len, size) < 0 || user_put(head, p->robust_list) < 0)
        return -EFAULT;
    return 0;
}
