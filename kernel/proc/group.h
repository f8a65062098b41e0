/* SPDX-License-Identifier: MIT */
/*
 * Process groups and sessions: who gets a terminal's signals.
 *
 * A session is a set of groups with at most one controlling terminal; a group
 * is a set of processes that signals reach together.  A group lives as long as
 * it has members (zombies count), a session as long as it has groups.
 * The terminal code in tty/ is a higher room: it hangs itself in by the hook.
 */
#pragma once

#include <asm/signal.h>

#include "lib/list.h"

struct proc;
struct tty;

struct session {
    unsigned int refs;   /* its groups, and the terminal that it controls */
    pid_t sid;
    struct proc *leader; /* NULL once the leader has ended */
    struct tty *tty;     /* the controlling terminal, or NULL */
    unsigned int tty_device; /* its number */
    pid_t foreground;    /* its foreground group, or 0; kept after a hang-up */
};

struct group {
    struct list members;    /* struct proc, by group_link */
    struct list link;       /* in the list of all groups */
    struct session *session;
    pid_t pgid;
    tick_t start_tick;      /* of the process whose number that was */
    unsigned int stopped;   /* members in state STOPPED, kept by state_set */
};

/* The group PGID, or NULL. */
struct group *group_find(pid_t pgid);

/* Whether a group or a session bears the number PID. */
bool group_has_number(pid_t pid);

/* A new session with one group, which have the number of FOUNDER.
 * Returns: NULL without memory. */
struct group *group_alloc_session(const struct proc *founder) MUST_CHECK;

/* Moves P into GROUP (out of its old one, which ends with its last member). */
void group_join(struct proc *p, struct group *group);
void group_leave(struct proc *p);

/* setpgid(2). Errors: -EINVAL, -ESRCH, -EACCES, -EPERM as the man page says. */
int group_set(struct proc *caller, pid_t pid, pid_t pgid) MUST_CHECK;
/* setsid(2). Returns: the session's number. Errors: -EPERM; -ENOMEM. */
int group_new_session(struct proc *caller) MUST_CHECK;

/* Posts SIG to all members, as signal_post does to one. */
void group_signal(struct group *group, int sig, const siginfo_t *info);

/*
 * A group is orphaned when no member has its parent in another group of the
 * same session: nobody is left who could continue it (POSIX.1-2017, 3.268).
 */
bool group_is_orphaned(const struct group *group);

/*
 * P is exiting, or has another parent now, and PARENT was its: if that orphans its
 * group, and a member is stopped, all get SIGHUP and SIGCONT.
 */
void group_check_orphan(struct proc *p, const struct proc *parent);

void session_put(struct session *session);

/* Called when a session leader ends; tty/ sets it to hang up the terminal. */
extern void (*session_leader_exit_hook)(struct session *session);
