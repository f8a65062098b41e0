/* SPDX-License-Identifier: MIT */
/*
 * Sending signals from one process to others: kill(2) with its four forms of
 * pid, and who may send what to whom.
 *
 * Called by sys/sys_signal.c, in process context.
 * Read next: proc/signal.c, which posts what passes here.
 */
#include <tine/errno.h>

#include "proc/group.h"
#include "proc/signal.h"

bool signal_may_send(const struct cred *from, const struct cred *to, int sig,
                     bool is_same_session)
{
    if (from->euid == 0)
        return true;
    if (sig == SIGCONT && is_same_session)
        return true;
    return from->euid == to->suid || from->euid == to->uid ||
           from->uid == to->suid || from->uid == to->uid;
}

/* Signal 0 only asks whether it could be sent. */
static int kill_proc(struct proc *to, int sig, int code)
{
    struct proc *from = this_proc();
    bool is_same_session = from->group->session == to->group->session;
    if (!signal_may_send(&from->cred, &to->cred, sig, is_same_session))
        return -EPERM;
    if (sig == 0)
        return 0;
    siginfo_t info;
    signal_info_user(&info, sig, code);
    return signal_post(to, sig, &info);
}

/* One success is success; otherwise the last error, or -ESRCH for nobody. */
static int kill_group(struct group *group, int sig)
{
    bool has_sent = false;
    int error = -ESRCH;
    LIST_FOR_EACH(p, &group->members, struct proc, group_link) {
        int result = kill_proc(p, sig, SI_USER);
        if (result < 0)
            error = result;
        else
            has_sent = true;
    }
    return has_sent ? 0 : error;
}

/* Everybody but init and the caller itself (kill(2), NOTES); those that may not
 * be signalled count as nobody. */
static int kill_all(int sig)
{
    int result = -ESRCH;
    for (struct proc *p = proc_next(NULL); p; p = proc_next(p)) {
        if (p != proc_init_process && p != this_proc() &&
            kill_proc(p, sig, SI_USER) == 0)
            result = 0;
    }
    return result;
}

int signal_kill(pid_t pid, int sig)
{
    if (sig != 0 && !signal_is_valid(sig))
        return -EINVAL;
    if (pid > 0) {
        struct proc *p = proc_find(pid);
        return p ? kill_proc(p, sig, SI_USER) : -ESRCH;
    }
    if (pid == -1)
        return kill_all(sig);
    struct group *group = pid == 0 ? this_proc()->group : group_find(-pid);
    return group ? kill_group(group, sig) : -ESRCH;
}

int signal_kill_one(pid_t tgid, pid_t tid, int sig)
{
    if (tid <= 0 || tgid < 0 || (sig != 0 && !signal_is_valid(sig)))
        return -EINVAL;
    struct proc *p = proc_find(tid);
    if (!p || (tgid != 0 && tgid != p->pid))
        return -ESRCH;
    return kill_proc(p, sig, SI_TKILL);
}
