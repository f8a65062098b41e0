/* SPDX-License-Identifier: MIT */
/*
 * Waiting for children: wait4 finds a child with something to report, or sleeps
 * until one has.
 *
 * A child reports three things: that it ended (once, and then its PCB goes),
 * that it was stopped, and that it was continued (each once, if asked for).
 * Called by sys/sys_proc.c in process context.
 * Read next: proc/signal.c (signal_parent), which wakes the waiter.
 */
#include "proc/wait.h"

#include <asm/wait.h>
#include <tine/errno.h>

#include "debug/trace.h"
#include "lib/panic.h"
#include "proc/group.h"
#include "proc/signal.h"

/* pid selects as in waitpid(2): > 0 that one, 0 my group, -1 all, < -1 a group. */
static bool wait_selects(const struct proc *parent, const struct proc *child,
                         pid_t pid)
{
    if (pid > 0)
        return child->pid == pid;
    if (pid == -1)
        return true;
    return child->group->pgid == (pid == 0 ? parent->group->pgid : -pid);
}

static void usage_add(struct usage *sum, const struct usage *more)
{
    sum->user_ticks += more->user_ticks;
    sum->system_ticks += more->system_ticks;
    sum->page_faults += more->page_faults;
    sum->switches_voluntary += more->switches_voluntary;
    sum->switches_involuntary += more->switches_involuntary;
}

void wait_unlink(struct proc *p)
{
    proc_unpublish(p);
    list_remove(&p->sibling_link);
    group_leave(p);
}

void wait_reap(struct proc *p)
{
    ASSERT(p->state == PROC_ZOMBIE);
    wait_unlink(p);
    proc_free(p);
}

/* What CHILD has to report. Returns: whether it has. */
static bool wait_report(struct proc *parent, struct proc *child, int options,
                        struct wait_result *result)
{
    result->usage = child->usage;
    usage_add(&result->usage, &child->child_usage);
    if (child->state == PROC_ZOMBIE) {
        result->status = child->exit_status;
        usage_add(&parent->child_usage, &result->usage);
        wait_reap(child);
        return true;
    }
    if ((options & WUNTRACED) && child->stop_status) {
        result->status = child->stop_status;
        child->stop_status = 0;
        return true;
    }
    if ((options & WCONTINUED) && child->is_continued) {
        result->status = W_CONTINUED;
        child->is_continued = false;
        return true;
    }
    return false;
}

/* Returns: the pid of a child that reported, 0 for none yet, -ECHILD. */
static long wait_scan(pid_t pid, int options, struct wait_result *result)
{
    struct proc *parent = this_proc();
    bool has_match = false;

    LIST_FOR_EACH(child, &parent->children, struct proc, sibling_link) {
        if (!wait_selects(parent, child, pid))
            continue;
        has_match = true;
        pid_t child_pid = child->pid;
        if (wait_report(parent, child, options, result)) {
            trace_event(TRACE_WAIT, parent->pid, child_pid, result->status,
                        NULL);
            return child_pid;
        }
    }
    return has_match ? 0 : -ECHILD;
}

/* __WNOTHREAD, __WALL and __WCLONE: about threads and odd exit signals; they
 * change nothing here. */
#define WAIT_LINUX_OPTIONS (0x20000000 | 0x40000000 | (int)0x80000000)

long wait_child(pid_t pid, int options, struct wait_result *result)
{
    if (options & ~(WNOHANG | WUNTRACED | WCONTINUED | WAIT_LINUX_OPTIONS))
        return -EINVAL;
    if (pid == INT32_MIN)
        return -ESRCH;
    for (;;) {
        long found = wait_scan(pid, options, result);
        if (found != 0 || (options & WNOHANG))
            return found;
        int error = waitq_sleep(&this_proc()->child_event, SLEEP_INTERRUPTIBLE,
                                "wait", TICK_NEVER);
        if (error < 0)
            return error;
    }
}
