/* SPDX-License-Identifier: MIT */
/*
 * System calls about the pages of mappings: advice, locks, synchronisation, and
 * which pages are there.
 *
 * Called by sys/dispatch.c in process context.  Read next: mm/advise.c.
 */
#include <asm/mman.h>

#include "arch.h"
#include "mm/space.h"
#include "proc/limits.h"
#include "sys/handler.h"

long sys_msync(uaddr_t addr, size_t len, int flags)
{
    uaddr_t end = addr + ROUND_UP(len, PAGE_SIZE);

    if (flags & ~(MS_ASYNC | MS_INVALIDATE | MS_SYNC) || addr % PAGE_SIZE != 0 ||
        (flags & (MS_ASYNC | MS_SYNC)) == (MS_ASYNC | MS_SYNC))
        return -EINVAL;
    if (end < addr)
        return -ENOMEM;
    return space_sync(this_proc()->space, addr, end, flags);
}

long sys_mincore(uaddr_t addr, size_t len, uaddr_t vec)
{
    struct space *space = this_proc()->space;
    size_t pages = DIV_UP(len, PAGE_SIZE);

    if (addr % PAGE_SIZE != 0)
        return -EINVAL;
    if (addr > USER_END || len > USER_END - addr)
        return -ENOMEM;
    for (size_t i = 0; i < pages; i++, addr += PAGE_SIZE) {
        uint8_t is_resident;

        if (!space_find(space, addr))
            return -ENOMEM;
        is_resident = space_is_resident(space, addr);
        if (user_put(vec + i, is_resident) < 0)
            return -EFAULT;
        irq_let_in();
    }
    return 0;
}

int lock_permit(size_t bytes, int error)
{
    const struct proc *p = this_proc();
    unsigned long limit = limits_soft(p, RLIMIT_MEMLOCK);

    if (cred_can(&p->cred, CAP_IPC_LOCK))
        return 0;
    if (limit == 0)
        return -EPERM;
    bytes += space_count_locked(p->space) * PAGE_SIZE;
    return bytes <= limit ? 0 : error;
}

long lock_range(uaddr_t addr, size_t len, bool is_locked, bool on_fault)
{
    uaddr_t start = ROUND_DOWN(addr, PAGE_SIZE);
    uaddr_t end = start + ROUND_UP(len + addr % PAGE_SIZE, PAGE_SIZE);
    int error;

    if (is_locked && (error = lock_permit(end - start, -ENOMEM)) < 0)
        return error;
    if (end < start)
        return -EINVAL;
    return end == start ? 0 : space_lock(this_proc()->space, start, end,
                                         is_locked, on_fault);
}

long sys_mlockall(int flags)
{
    struct space *space = this_proc()->space;

    if (flags == 0 || flags == MCL_ONFAULT ||
        flags & ~(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT))
        return -EINVAL;
    unsigned int more =
        flags & MCL_CURRENT ? space->mapped - space_count_locked(space) : 0;
    int error = lock_permit(more * PAGE_SIZE, -ENOMEM);
    if (error < 0)
        return error;
    space->locks_future = flags & MCL_FUTURE;
    if (flags & MCL_CURRENT)
        space_lock_all(space, true, flags & MCL_ONFAULT);
    return 0;
}

long sys_munlockall(void)
{
    struct space *space = this_proc()->space;

    space->locks_future = false;
    space_lock_all(space, false, false);
    return 0;
}
