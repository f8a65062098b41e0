/* SPDX-License-Identifier: MIT */
/*
 * Job control: which session a terminal controls, which group of it is in the
 * foreground, and what happens to the others.
 *
 * Called in process context, but for tty_signal, which interrupts call too.
 * Owns the link between terminal and session: each side points at the other,
 * and the terminal holds a reference.  The session has the foreground group as a
 * number, since a group may end at any time; it counts only while a group with
 * that number is in the session.
 * Facts: POSIX.1-2017, 11.1.2 to 11.1.4; ioctl_tty(2).
 * Read next: proc/group.c.
 */
#include <asm/signal.h>

#include "lib/refs.h"
#include "mm/usercopy.h"
#include "proc/group.h"
#include "proc/proc.h"
#include "proc/signal.h"
#include "tty/tty.h"

struct tty *tty_of_caller(void)
{
    return this_proc()->has_no_tty ? NULL : this_proc()->group->session->tty;
}

/* Posts SIG to the foreground group, if it is still one of SESSION. */
static void session_signal(const struct session *session, int sig,
                           const siginfo_t *info)
{
    struct group *group = group_find(session->foreground);

    if (group != NULL && group->session == session)
        group_signal(group, sig, info);
}

void tty_signal(struct tty *tty, int sig)
{
    if (tty->session != NULL)
        session_signal(tty->session, sig, NULL);
}

int tty_check_foreground(struct tty *tty, int sig)
{
    struct proc *p = this_proc();
    pid_t foreground = p->group->session->foreground;

    if (tty_of_caller() != tty || foreground == 0 ||
        p->group->pgid == foreground)
        return 0;
    if (signal_is_blocked_or_ignored(p, sig))
        return sig == SIGTTIN ? -EIO : 0; /* may write, cannot read */
    if (group_is_orphaned(p->group))
        return -EIO;
    group_signal(p->group, sig, NULL);
    return -ERESTARTSYS;
}

/* ---- The session -------------------------------------------------------- */

/* TTY, which is free, controls SESSION, which has none. */
static void tty_attach(struct session *session, struct tty *tty)
{
    session->tty = tty;
    session->tty_device = tty->device;
    session->foreground = this_proc()->group->pgid;
    tty->session = REFS_GET(session);
}

/* SESSION has no controlling terminal any more. FOREGROUND: the group that hears
 * of its leader's end all the same, or 0. */
static void tty_detach(struct session *session, pid_t foreground)
{
    struct tty *tty = session->tty;

    session->tty = NULL;
    session->foreground = foreground;
    tty->session = NULL;
    session_put(session);
}

/* The leader ends: the foreground group hears of it, then all lose the terminal
 * (POSIX.1-2017, 11.1.3; _exit(3p), "Consequences of Process Termination").
 * After a hang-up only the leader has heard so far. */
static void tty_leader_exits(struct session *session)
{
    struct tty *tty = session->tty;

    session_signal(session, SIGHUP, NULL);
    if (tty == NULL)
        session_signal(session, SIGCONT, NULL);
    else if (tty->ops->is_program)
        tty_detach(session, 0);
    else
        tty_hang_up(tty);
}

void tty_hang_up(struct tty *tty)
{
    struct session *session = tty->session;

    tty->hang_ups++;
    if (tty_redirection && tty_redirection->private == tty)
        tty_end_redirection();
    file_clear_async(tty);
    tty_flush_input(tty);
    if (tty->ops->is_program)
        tty->termios = tty_usual_termios;
    waitq_wake(&tty->readers);
    waitq_wake(&tty->writers);
    if (session == NULL)
        return;
    if (session->leader != NULL) {
        signal_post(session->leader, SIGHUP, NULL);
        signal_post(session->leader, SIGCONT, NULL);
    }
    tty_detach(session, session->foreground);
}

int tty_hang_up_by_call(struct tty *tty)
{
    if (!cred_can(&this_proc()->cred, CAP_SYS_TTY_CONFIG))
        return -EPERM;
    if (tty != NULL)
        tty_hang_up(tty);
    return 0;
}

int tty_acquire(struct tty *tty, const struct file *file, bool may_steal)
{
    struct proc *p = this_proc();
    struct session *session = p->group->session;
    bool is_root = cred_can(&p->cred, CAP_SYS_ADMIN);

    if (session->leader == p && tty->session == session)
        return 0;
    if (session->leader != p || tty_of_caller() != NULL ||
        (tty->session != NULL && !(may_steal && is_root)))
        return -EPERM;
    if (!file_is_readable(file) && !is_root)
        return -EPERM;
    if (tty->session != NULL)
        tty_detach(tty->session, 0);
    tty_attach(session, tty);
    return 0;
}

/* TIOCNOTTY: the leader gives it up for the whole session, with the signals of a
 * hang-up, which are its own; anybody else only for itself. */
static long tty_give_up(struct tty *tty)
{
    struct session *session = this_proc()->group->session;
    siginfo_t hang_up = signal_info_user(SIGHUP, SI_USER);
    siginfo_t go_on = signal_info_user(SIGCONT, SI_USER);

    if (tty_of_caller() != tty)
        return -ENOTTY;
    if (session->leader != this_proc()) {
        this_proc()->has_no_tty = true;
        return 0;
    }
    session_signal(session, SIGHUP, &hang_up);
    session_signal(session, SIGCONT, &go_on);
    tty_detach(session, 0);
    return 0;
}

/* ---- The foreground group ----------------------------------------------- */

static long tty_set_foreground(struct tty *tty, uaddr_t from)
{
    pid_t pgid;
    int error = tty_check_foreground(tty, SIGTTOU);

    if (error < 0)
        return error == -EIO ? -ENOTTY : error;
    if (user_get(pgid, from) < 0)
        return -EFAULT;
    if (pgid < 0)
        return -EINVAL;
    if (tty_of_caller() != tty)
        return -ENOTTY;
    const struct group *group = group_find(pgid);
    const struct proc *p = proc_find(pgid);
    if (group == NULL && p != NULL) /* Linux takes one who leads none yet, too */
        group = p->group;
    if (group == NULL)
        return -ESRCH;
    if (group->session != tty->session)
        return -EPERM;
    tty->session->foreground = pgid;
    return 0;
}

long tty_jobctl_ioctl(struct tty *tty, struct file *file,
                      unsigned long request, unsigned long arg)
{
    /* The master of a pty may ask about the session at the other end. */
    bool may_ask = tty_of_caller() == tty || file->ops != &tty_file_ops;

    switch (request) {
    case TIOCGPGRP:
        return !may_ask       ? -ENOTTY
               : tty->session ? user_put(arg, tty->session->foreground)
                              : user_put(arg, (pid_t){ 0 });
    case TIOCSPGRP:
        return tty_set_foreground(tty, arg);
    case TIOCGSID:
        return may_ask && tty->session ? user_put(arg, tty->session->sid)
                                       : -ENOTTY;
    case TIOCSCTTY:
        return tty_acquire(tty, file, arg == 1);
    case TIOCNOTTY:
        return file->ops == &tty_file_ops ? tty_give_up(tty) : -ENOTTY;
    case TIOCVHANGUP:
        return tty_hang_up_by_call(tty);
    default:
        return -ENOTTY;
    }
}

/* ---- The hook -------------------------------------------------------------- */

void tty_jobctl_init(void)
{
    session_leader_exit_hook = tty_leader_exits;
}
