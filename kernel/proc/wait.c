/* SPDX-License-Identifier: MIT */
/*
 * Waiting for children: wait4 and waitid find a child with something to report,
 * or sleep until one has.
 *
 * A child reports three things: that it ended (once, and then its PCB goes),
 * that it was stopped, and that it was continued (each once, if asked for).
 * Called by sys/sys_proc.c in process context.
 * Read next: proc/signal.c (signal_parent), which wakes the waiter.
 */
#include "proc/wait.h"

#include <asm/wait.h>

#include "debug/trace.h"
#include "lib/panic.h"
#include "proc/group.h"
#include "proc/signal.h"

/* Whether REQUEST is about CHILD. A zombie has nothing but its end to tell. */
static bool wait_selects(const struct wait_request *request,
                         const struct proc *child)
{
    int options = request->options;
    bool is_odd = child->exit_signal != SIGCHLD; /* a "clone" child: wait(2) */

    if (child->state == PROC_ZOMBIE && !(options & WEXITED))
        return false;
    if (!(options & __WALL) && is_odd != ((options & __WCLONE) != 0))
        return false;
    switch (request->id_type) {
    case P_PID:
        return child->pid == request->id;
    case P_PGID:
        return child->group->pgid == request->id;
    default:
        return true;
    }
}

static void usage_add(struct usage *sum, const struct usage *more)
{
    sum->user_ns += more->user_ns;
    sum->system_ns += more->system_ns;
    sum->page_faults += more->page_faults;
    sum->resident_peak = MAX(sum->resident_peak, more->resident_peak);
    sum->switches_voluntary += more->switches_voluntary;
    sum->switches_involuntary += more->switches_involuntary;
}

void wait_unlink(struct proc *p)
{
    itimer_cpu_gone(p);
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

/* Whether CHILD has anything to report under OPTIONS, and what. */
static bool wait_find_status(const struct proc *child, int options, int *status)
{
    if (child->state == PROC_ZOMBIE)
        *status = child->exit_status;
    else if ((options & WSTOPPED) && child->stop_status)
        *status = child->stop_status;
    else if ((options & WCONTINUED) && child->is_continued)
        *status = W_CONTINUED;
    else
        return false;
    return true;
}

/* A report is made once: a zombie disappears by it. */
static void wait_consume(struct proc *parent, struct proc *child,
                         const struct wait_result *result)
{
    if (child->state == PROC_ZOMBIE) {
        usage_add(&parent->child_usage, &result->usage);
        wait_reap(child);
    } else if (WIFSTOPPED(result->status)) {
        child->stop_status = 0;
    } else {
        child->is_continued = false;
    }
}

/* What CHILD has to report. Returns: its pid, or 0. */
static pid_t wait_report(struct proc *parent, struct proc *child, int options,
                         struct wait_result *result)
{
    pid_t pid = child->pid;
    if (!wait_find_status(child, options, &result->status))
        return 0;
    signal_info_child(&result->info, child, result->status);
    result->usage = child->usage;
    usage_add(&result->usage, &child->child_usage);
    trace_event(TRACE_WAIT, parent->pid, pid, result->status, NULL);
    if (!(options & WNOWAIT))
        wait_consume(parent, child, result);
    return pid;
}

static long wait_scan_one(const struct wait_request *request,
                          struct wait_result *result)
{
    struct proc *child = proc_find(request->id);
    if (!child || child->parent != this_proc() || !wait_selects(request, child))
        return -ECHILD;
    return wait_report(this_proc(), child, request->options, result);
}

/*
 * SUBTLE(child-news): has_child_news is set by whatever a child might report,
 * and cleared here when all were seen to have nothing; while it is not set, the
 * first child asked for stands for all.
 * Returns: the pid of a child that reported, 0 for none yet, -ECHILD.
 */
static long wait_scan(const struct wait_request *request,
                      struct wait_result *result)
{
    struct proc *parent = this_proc();
    bool has_match = false;
    bool has_news = false;
    int ignored;

    LIST_FOR_EACH(child, &parent->children, struct proc, sibling_link) {
        has_news |= wait_find_status(child, WSTOPPED | WCONTINUED, &ignored);
        if (!wait_selects(request, child))
            continue;
        has_match = true;
        pid_t pid = wait_report(parent, child, request->options, result);
        if (pid != 0 || !parent->has_child_news)
            return pid;
    }
    parent->has_child_news = has_news;
    return has_match ? 0 : -ECHILD;
}

long wait_child(const struct wait_request *request, struct wait_result *result)
{
    for (;;) {
        long found = request->id_type == P_PID ? wait_scan_one(request, result)
                                               : wait_scan(request, result);
        if (found != 0 || (request->options & WNOHANG))
            return found;
        int error = waitq_sleep(&this_proc()->child_event, SLEEP_INTERRUPTIBLE,
                                "wait", TICK_NEVER);
        if (error < 0)
            return error;
    }
}
