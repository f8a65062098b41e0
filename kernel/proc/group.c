/* SPDX-License-Identifier: MIT */
/*
 * Process groups and sessions; see proc/group.h.
 *
 * Called in process context, and by the terminal for group_signal.
 * Owns the list of groups.  A group holds a reference on its session.
 * Read next: tty/, where a terminal's foreground group gets its signals.
 */
#include "proc/group.h"

#include "lib/refs.h"
#include "mm/kmalloc.h"
#include "proc/signal.h"

KIND_DEFINE(group_kind, "group", struct group);
KIND_DEFINE(session_kind, "session", struct session);

static struct list all_groups = LIST_INIT(all_groups);

void (*session_leader_exit_hook)(struct session *session);

struct group *group_find(pid_t pgid)
{
    LIST_FOR_EACH(group, &all_groups, struct group, link) {
        if (group->pgid == pgid)
            return group;
    }
    return NULL;
}

bool group_has_number(pid_t pid)
{
    LIST_FOR_EACH(group, &all_groups, struct group, link) {
        if (group->pgid == pid || group->session->sid == pid)
            return true;
    }
    return false;
}

void session_put(struct session *session)
{
    if (REFS_PUT(session))
        kind_free(session);
}

/* A new empty group of FOUNDER's number; takes its own reference on SESSION. */
static struct group *group_alloc(struct session *session,
                                 const struct proc *founder)
{
    struct group *group = kind_alloc(&group_kind);
    if (!group)
        return NULL;
    list_init(&group->members);
    group->session = REFS_GET(session);
    group->pgid = founder->pid;
    group->start_tick = founder->start_tick;
    list_add_tail(&all_groups, &group->link);
    return group;
}

struct group *group_alloc_session(const struct proc *founder)
{
    struct session *session = kind_alloc(&session_kind);
    if (!session)
        return NULL;
    session->refs = 1;
    session->sid = founder->pid;
    struct group *group = group_alloc(session, founder);
    session_put(session); /* the group's reference keeps it, if there is one */
    return group;
}

void group_leave(struct proc *p)
{
    struct group *group = p->group;
    p->group = NULL;
    group->stopped -= p->state == PROC_STOPPED;
    list_remove(&p->group_link);
    if (!list_is_empty(&group->members))
        return;
    list_remove(&group->link);
    session_put(group->session);
    kind_free(group);
}

void group_join(struct proc *p, struct group *group)
{
    if (p->group == group && !list_is_empty(&p->group_link))
        return;
    if (p->group)
        group_leave(p);
    p->group = group;
    group->stopped += p->state == PROC_STOPPED;
    list_add_tail(&group->members, &p->group_link);
}

/* The rules of setpgid(2) about who may be moved. */
static int group_may_move(const struct proc *caller, const struct proc *p)
{
    if (p != caller && p->parent != caller)
        return -ESRCH;
    if (p->group->session != caller->group->session)
        return -EPERM;
    if (p != caller && p->has_execed)
        return -EACCES;
    return p->group->session->sid == p->pid ? -EPERM : 0;
}

int group_set(struct proc *caller, pid_t pid, pid_t pgid)
{
    if (pid == 0)
        pid = caller->pid;
    if (pgid == 0)
        pgid = pid;
    if (pgid < 0)
        return -EINVAL;
    struct proc *p = proc_find(pid);
    if (!p)
        return -ESRCH;
    int error = group_may_move(caller, p);
    if (error < 0)
        return error;

    struct group *group = group_find(pgid);
    if (group && group->session != caller->group->session)
        return -EPERM;
    if (!group) {
        if (pgid != p->pid)
            return -EPERM;
        group = group_alloc(p->group->session, p);
        if (!group)
            return -ENOMEM;
    }
    group_join(p, group);
    return 0;
}

int group_new_session(struct proc *caller)
{
    if (group_find(caller->pid))
        return -EPERM;
    struct group *group = group_alloc_session(caller);
    if (!group)
        return -ENOMEM;
    group->session->leader = caller;
    caller->has_no_tty = false;
    group_join(caller, group);
    return caller->pid;
}

void group_signal(struct group *group, int sig, const siginfo_t *info)
{
    LIST_FOR_EACH(p, &group->members, struct proc, group_link)
        signal_post(p, sig, info);
}

/* Whether PARENT, P's, could do job control for P's group.  Init adopts orphans and
 * controls nobody. */
static bool proc_is_controller(const struct proc *parent, const struct proc *p)
{
    return parent && parent != proc_init_process &&
           parent->group != p->group &&
           parent->group->session == p->group->session;
}

bool group_is_orphaned(const struct group *group)
{
    LIST_FOR_EACH(p, &group->members, struct proc, group_link) {
        if (!p->is_exiting && proc_is_controller(p->parent, p))
            return false;
    }
    return true;
}

void group_check_orphan(struct proc *p, const struct proc *parent)
{
    struct group *group = p->group;
    if (group->stopped == 0 || !proc_is_controller(parent, p) ||
        !group_is_orphaned(group))
        return;
    group_signal(group, SIGHUP, NULL);
    group_signal(group, SIGCONT, NULL);
}
