/* SPDX-License-Identifier: MIT */
/*
 * Whether what the kernel says twice is the same both times: a process's state and
 * the queue it is in, parent and child, group and member, pid and PCB.
 *
 * Called by schedule() in a kernel made with DEBUG=1, between two processes, when no
 * object is half changed. Changes nothing; panics with a sentence.
 */
#include "debug/agree.h"

#include "arch.h"
#include "lib/list.h"
#include "lib/panic.h"
#include "proc/proc.h"
#include "proc/signal.h"
#include "sched/core.h"

/* With so many processes more, only every second, third ... call looks. */
#define AGREE_PROCS 16u

static bool link_is_sound(const struct list *l)
{
    return l->next && l->prev && l->next->prev == l && l->prev->next == l;
}

static void agree_must(bool agrees, const struct proc *p, const char *what)
{
    if (!agrees)
        panic("process %d (%s, %s): %s", p->pid, p->comm, state_name(p->state),
              what);
}

/* The policy's queue holds exactly those that are READY. */
static void agree_state(const struct proc *p)
{
    bool is_queued = (p->sched.link.next && !list_is_empty(&p->sched.link)) ||
                     p->sched.node.rank;

    agree_must(is_queued == (p->state == PROC_READY), p,
               "its state and the queue of the ready do not agree");
    agree_must((p->state == PROC_RUNNING) == (p == this_proc()), p,
               "its state does not agree with who is running");
    agree_must(p->state != PROC_BLOCKED || p->wchan, p,
               "it is BLOCKED and does not wait for anything");
    agree_must((p->state == PROC_ZOMBIE) == !p->space, p,
               "its state and its memory do not agree");
}

static void agree_relations(const struct proc *p)
{
    agree_must(link_is_sound(&p->all_link), p,
               "the process list is corrupt at it");
    agree_must(proc_find(p->pid) == p, p, "its pid leads elsewhere");
    agree_must(p->group && link_is_sound(&p->group_link), p,
               "its group's list is corrupt at it");
    agree_must(link_is_sound(&p->sibling_link), p,
               "its parent's list of children is corrupt at it");
    LIST_FOR_EACH(child, &p->children, struct proc, sibling_link)
        agree_must(child->parent == p, child, "its parent is another's");
}

static void agree_machine(const struct proc *p)
{
    agree_must(kstack_owner(p->kstack_top) == p, p,
               "its kernel stack is another's");
    agree_must(p == this_proc() || p->state == PROC_ZOMBIE ||
                   kstack_owner((vaddr_t)p->context) == p,
               p, "its saved context is not on its kernel stack");
}

void agree_check_all(void)
{
    static unsigned int calls;
    unsigned int ready = 0;

    if (calls++ % (1 + proc_count() / AGREE_PROCS) != 0)
        return;
    for (const struct proc *p = proc_next(NULL); p; p = proc_next((void *)p)) {
        agree_state(p);
        agree_relations(p);
        agree_machine(p);
        ready += p->state == PROC_READY || p->state == PROC_RUNNING;
    }
    /* The self-tests, before init, have threads that are on no list. */
    if (proc_init_process && ready != sched_figures.ready)
        panic("%u processes are READY or RUNNING, and %u are counted", ready,
              sched_figures.ready);
}
