/* SPDX-License-Identifier: MIT */
/*
 * The process list: PCBs, how to find them, and the numbers that name them.
 *
 * PCBs come from an allocator, so memory alone bounds their number.  They are
 * on one list in order of creation, which kill(-1) walks, and in a tree by pid.  SUBTLE(pid-taken): a pid is taken as long as a process, a group or a
 * session bears it, so that no number ever means two things at a time.
 * Called in process context and at boot.  Owns the list and the tree.
 * Read next: proc/fork.c, which fills a new PCB.
 */
#include <asm/limits.h>

#include "lib/panic.h"
#include "lib/string.h"
#include "mm/kmalloc.h"
#include "proc/group.h"
#include "proc/proc.h"
#include "time/alarm.h"

KIND_DEFINE(proc_kind, "proc", struct proc);

/* After the last number the search goes on here: low pids stay recognisable
 * as those of the first programs. */
#define PID_WRAP 300

static struct list process_list = LIST_INIT(process_list);
static struct tree *process_tree;
static pid_t pid_newest;
static unsigned int process_count;

struct proc *proc_init_process;

static bool pid_is_below(const struct tree *a, const struct tree *b)
{
    return LIST_ENTRY(a, struct proc, pid_node)->pid <
           LIST_ENTRY(b, struct proc, pid_node)->pid;
}

pid_t pid_last(void)
{
    return pid_newest;
}

/* Returns: a number that nothing bears, or 0. */
static pid_t pid_alloc(void)
{
    for (unsigned int tries = 0; tries < PID_MAX; tries++) {
        pid_t pid = pid_newest + 1;
        if (pid >= PID_MAX)
            pid = PID_WRAP;
        pid_newest = pid;
        if (!proc_find(pid) && !group_has_number(pid))
            return pid;
    }
    return 0;
}

/* The fields that must hold something before anybody looks at the PCB. */
static void proc_setup(struct proc *p)
{
    p->state = PROC_NEW;
    p->start_tick = tick_now();
    list_init(&p->all_link);
    list_init(&p->sched.link);
    p->sched.tickets = TICKETS_DEFAULT;
    list_init(&p->children);
    list_init(&p->sibling_link);
    list_init(&p->group_link);
    list_init(&p->siginfo_queue);
    list_init(&p->ptimers);
    list_init(&p->cpu_timers);
    alarms_init(p);
    waitq_init(&p->child_event);
    waitq_init(&p->signal_event);
}

struct proc *proc_alloc(int *error)
{
    struct proc *p = kind_alloc(&proc_kind);
    *error = -ENOMEM;
    if (!p)
        return NULL;
    proc_setup(p);
    p->pid = pid_alloc();
    p->kstack_top = p->pid ? kstack_alloc(p) : 0;
    *error = p->kstack_top ? 0 : -EAGAIN;
    if (*error == 0)
        return p;
    kind_free(p);
    return NULL;
}

void proc_publish(struct proc *p)
{
    list_add_tail(&process_list, &p->all_link);
    tree_insert(&process_tree, &p->pid_node, pid_is_below);
    process_count++;
}

void proc_unpublish(struct proc *p)
{
    list_remove(&p->all_link);
    tree_remove(&process_tree, &p->pid_node, pid_is_below);
    process_count--;
}

void proc_free(struct proc *p)
{
    ASSERT(list_is_empty(&p->sched.link) && list_is_empty(&p->all_link));
    kstack_free(p->kstack_top);
    grouplist_put(p->cred.groups);
    kind_free(p);
}

struct proc *proc_find(pid_t pid)
{
    struct proc *p = proc_find_from(pid);

    return p && p->pid == pid ? p : NULL;
}

struct proc *proc_named(pid_t pid)
{
    return pid == 0 ? this_proc() : proc_find(pid);
}

struct proc *proc_next(struct proc *after)
{
    struct list *link = after ? after->all_link.next : process_list.next;
    return link == &process_list ? NULL
                                 : LIST_ENTRY(link, struct proc, all_link);
}

struct proc *proc_find_from(pid_t pid)
{
    struct tree *node = process_tree;
    struct proc *found = NULL;

    while (node) {
        struct proc *p = LIST_ENTRY(node, struct proc, pid_node);
        if (p->pid >= pid)
            found = p;
        node = p->pid >= pid ? node->left : node->right;
    }
    return found;
}

unsigned int proc_count(void)
{
    return process_count;
}

void proc_init(void)
{
    /* The boot context becomes the idle process: pid 0, on no list, and with
     * the boot stack as its kernel stack. */
    static struct proc idle;
    proc_setup(&idle);
    strlcpy(idle.comm, "idle", sizeof(idle.comm));
    state_set(&idle, PROC_READY, "boot");
    state_set(&idle, PROC_RUNNING, "boot");
    this_cpu()->idle = &idle;
    this_cpu()->current = &idle;
}
