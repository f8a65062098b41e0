/* SPDX-License-Identifier: MIT */
/*
 * Sending signals from one process to others: kill(2) with its four forms of
 * pid, and who may send what to whom.
 *
 * Called by sys/sys_signal.c, in process context.
 * Read next: proc/signal.c, which posts what passes here.
 */

#include "proc/group.h"
#include "proc/signal.h"

bool signal_may_send(const struct cred *from, const struct cred *to, int sig,
                     bool is_same_session)
{
    if (cred_can(from, CAP_KILL))
        return true;
    if (sig == SIGCONT && is_same_session)
        return true;
    return from->euid == to->suid || from->euid == to->uid ||
           from->uid == to->suid || from->uid == to->uid;
}

/* Signal 0 only asks whether it could be sent. */
static int kill_proc(struct proc *p, enum target to, const siginfo_t *info)
{
    struct proc *from = this_proc();
    bool is_same_session = from->group->session == p->group->session;
    int sig = info->si_signo;
    if (sig != 0 && !signal_is_valid(sig))
        return -EINVAL;
    /* A positive code a program may give only to itself. */
    if (info->si_code <= 0 &&
        !signal_may_send(&from->cred, &p->cred, sig, is_same_session))
        return -EPERM;
    return sig ? signal_post_to(p, to, sig, info, NULL) : 0;
}

/* One success is success; otherwise the last error, or -ESRCH for nobody. */
static int kill_group(struct group *group, const siginfo_t *info)
{
    int result = -ESRCH;
    LIST_FOR_EACH(p, &group->members, struct proc, group_link) {
        int error = kill_proc(p, TO_PROCESS, info);
        if (result < 0)
            result = error;
    }
    return result;
}

/* Everybody but init and the caller itself (kill(2), NOTES): it is no error that
 * some, or all, may not be signalled. */
static int kill_all(const siginfo_t *info)
{
    int result = -ESRCH;
    for (struct proc *p = proc_next(NULL); p; p = proc_next(p)) {
        if (p == proc_init_process || p == this_proc())
            continue;
        int error = kill_proc(p, TO_PROCESS, info);
        if (error != -EPERM || result == -ESRCH)
            result = error == -EPERM ? 0 : error;
    }
    return result;
}

int signal_kill(pid_t pid, int sig)
{
    siginfo_t info = signal_info_user(sig, SI_USER);
    if (pid > 0)
        return signal_send(pid, TO_PROCESS, &info);
    if (pid == -1)
        return kill_all(&info);
    struct group *group = pid == 0 ? this_proc()->group : group_find(-pid);
    return group ? kill_group(group, &info) : -ESRCH;
}

int signal_send(pid_t pid, enum target to, const siginfo_t *info)
{
    struct proc *p = proc_find(pid);
    return p ? kill_proc(p, to, info) : -ESRCH;
}
