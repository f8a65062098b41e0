/* SPDX-License-Identifier: MIT */
/*
 * Memory is exhausted in the middle of a page fault: somebody has to go.
 *
 * The rule: the process with the most resident pages; of equals the youngest;
 * init only when nobody else is left.  It gets SIGKILL like from anybody, and
 * the faulting process tries again after a tick.  SUBTLE(one-victim): one victim at a time:
 * while one is on its way out, nobody else is chosen.
 * Called by x86/trap.c with interrupts off.
 */
#include "proc/oom.h"

#include "lib/printf.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/space.h"
#include "proc/signal.h"

/* So many frames beyond the allocator's reserve let a page fault succeed. */
#define FRAMES_ENOUGH 128u

static bool oom_is_dying(const struct proc *p)
{
    return p->state != PROC_ZOMBIE && (p->is_exiting || p->fatal_signal);
}

void oom_kill(void)
{
    struct proc *victim = NULL;

    cache_shrink(); /* what is only kept for later may be enough */
    if (frame_count_free() > FRAMES_ENOUGH)
        return;
    for (struct proc *p = proc_next(NULL); p; p = proc_next(p)) {
        if (oom_is_dying(p))
            goto sleep;
        if (p == proc_init_process || !p->space)
            continue;
        if (!victim || p->space->resident >= victim->space->resident)
            victim = p;
    }
    if (!victim)
        victim = proc_init_process; /* it has taken all by itself */
    klog("out of memory: killed process %d (%s), %u KiB resident\n",
         victim->pid, victim->comm,
         victim->space->resident * KIB_PER_PAGE);
    if (victim == proc_init_process)
        signal_fault(victim, SIGKILL, SI_KERNEL, 0); /* else it is immune */
    else
        signal_post(victim, SIGKILL, NULL);
sleep:
    /* Not only a yield: a process of real time would be the next again. */
    (void)!sleep_until_woken(SLEEP_KILLABLE, "memory", tick_now() + 1);
}
