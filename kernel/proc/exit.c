/* SPDX-License-Identifier: MIT */
/*
 * The end of a process: it gives back all it has but its PCB, which stays as a
 * ZOMBIE with the exit status until the parent waits for it.
 *
 * Nothing here allocates, so the end can never fail for want of memory.
 * Called by exit(2) and by the default action of a signal, in process context.
 * Read next: proc/wait.c, where the last of it disappears.
 */
#include "proc/exit.h"

#include "debug/trace.h"
#include "fs/file.h"
#include "fs/path.h"
#include "lib/panic.h"
#include "proc/fork.h"
#include "proc/group.h"
#include "proc/init.h"
#include "proc/signal.h"
#include "proc/wait.h"
#include "sched/core.h"
#include "time/alarm.h"
#include "time/ptimer.h"

/* Memory, files, handlers: what the process shared or had for itself. */
static void exit_release(struct proc *p)
{
    alarms_stop(p);
    ptimer_delete_all(p);
    signal_discard(p, ~(sigset_t)0);
    fork_leave_space(p, NULL);
    filetable_put(p->files);
    p->files = NULL;
    workdir_put(p->workdir);
    p->workdir = NULL;
    arch_proc_reset(&p->arch);
}

/* Who adopts P's children: the nearest forebear that asked for orphans
 * (PR_SET_CHILD_SUBREAPER), or init. */
static struct proc *exit_find_reaper(const struct proc *p)
{
    struct proc *reaper = p->parent;
    while (reaper != proc_init_process &&
           (!reaper->is_subreaper || reaper->is_exiting))
        reaper = reaper->parent;
    return reaper;
}

static void exit_tell_child(struct proc *child)
{
    siginfo_t info = signal_info_user(child->death_signal, SI_USER);
    if (child->death_signal)
        signal_post(child, child->death_signal, &info);
}

/* The children get a new parent, which knows only SIGCHLD, and is told of those
 * that have ended. */
static void exit_orphan_children(struct proc *p)
{
    struct proc *reaper = exit_find_reaper(p);

    LIST_FOR_EACH_SAFE(child, &p->children, struct proc, sibling_link) {
        exit_tell_child(child);
        list_remove(&child->sibling_link);
        child->parent = reaper;
        trace_event(TRACE_PARENT, child->pid, p->pid, reaper->pid, "orphaned");
        child->exit_signal = SIGCHLD;
        list_add_tail(&child->parent->children, &child->sibling_link);
        child->parent->has_child_news = true;
        group_check_orphan(child, p);
        if (child->state == PROC_ZOMBIE &&
            signal_parent(child, child->exit_status))
            wait_reap(child);
    }
}

static void exit_leave_session(struct proc *p)
{
    struct session *session = p->group->session;
    if (session->leader != p)
        return;
    if (session_leader_exit_hook)
        session_leader_exit_hook(session);
    session->leader = NULL;
}

void exit_process(int status)
{
    struct proc *p = this_proc();

    ASSERT(p != this_cpu()->idle);
    p->is_exiting = true;
    p->exit_status = status;
    trace_exit(p);
    if (p == proc_init_process)
        init_ended(status);
    sched_account(); /* its parent learns of it before its last switch */

    exit_release(p);
    exit_leave_session(p);
    exit_orphan_children(p);
    group_check_orphan(p, p->parent);
    sigactions_put(p->actions);
    p->actions = NULL;

    state_set(p, PROC_ZOMBIE, "exited");
    if (signal_parent(p, status)) {
        wait_unlink(p);
        sched_free_after_switch(p);
    }
    schedule();
    panic("process %d ran after its end", p->pid);
}
