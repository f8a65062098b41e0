/* SPDX-License-Identifier: MIT */
/*
 * The signals of O_ASYNC: a file that becomes ready tells its owner.
 *
 * fs/async.c calls sigio_send, from any context; fcntl(2) and the terminals name
 * owners, in process context.  Owns nothing.  An owner is kept as a number, since
 * it may end at any time, and with its start, since the number may be given again.
 * Facts: fcntl(2), "Managing signals"; sigaction(2), "si_code" for SIGIO.
 */
#include "proc/sigio.h"

#include "proc/group.h"
#include "proc/signal.h"

/* Those whose si_code has a meaning of its own, which POLL_IN would be taken for. */
#define SIGNALS_WITH_CODES (SIGNAL_FAULTS | SIGNAL_BIT(SIGCHLD))

/* When the process started that made NUMBER mean what it means; 0: nothing.  No
 * number comes again within a tick: all others are given before. */
static tick_t number_start_tick(pid_t number)
{
    const struct proc *p = proc_find(number);
    const struct group *group = group_find(number);

    return p ? p->start_tick : group ? group->start_tick : 0;
}

int sigio_set_owner(struct file_owner *owner, pid_t who, bool is_process)
{
    if (who == INT32_MIN)
        return -EINVAL;
    pid_t number = who < 0 ? -who : who;
    if (number != 0 && !proc_find(number) && !group_has_number(number))
        return -ESRCH;
    owner->who = who;
    owner->start_tick = number_start_tick(number);
    owner->is_process = is_process;
    owner->user = this_proc()->cred.user;
    return 0;
}

pid_t sigio_owner(const struct file_owner *owner)
{
    pid_t who = owner->who;
    bool is_there = who < 0 ? group_find(-who) != NULL : proc_find(who) != NULL;
    bool is_same = number_start_tick(who < 0 ? -who : who) == owner->start_tick;

    return is_there && is_same ? who : 0;
}

/* Whether P is OWNER, or one of it, and may be sent signals in its maker's name. */
static bool sigio_selects(const struct file_owner *owner, const struct proc *p)
{
    const struct cred_ids *from = &owner->user, *to = &p->cred.user;

    if (p->pid != owner->who && p->group->pgid != -owner->who)
        return false;
    return from->effective == 0 || from->effective == to->saved ||
           from->effective == to->real || from->real == to->saved ||
           from->real == to->real;
}

/* A signal that cannot be queued becomes SIGIO without a siginfo. */
void sigio_send(const struct file *file, int code)
{
    const struct file_owner *owner = &file->owner;
    enum target to =
        owner->who > 0 && !owner->is_process ? TO_THREAD : TO_PROCESS;
    siginfo_t info = { .si_signo = owner->sig, .si_code = code };

    if (sigio_owner(owner) == 0)
        return;
    info.si_fd = owner->fd;
    info.si_band = code == POLL_OUT ? POLLOUT | POLLWRNORM | POLLWRBAND
                                    : POLLIN | POLLRDNORM;
    if (owner->sig != 0 && (SIGNALS_WITH_CODES & SIGNAL_BIT(owner->sig)))
        info.si_code = SI_SIGIO;
    for (struct proc *p = proc_next(NULL); p; p = proc_next(p)) {
        if (sigio_selects(owner, p) &&
            (owner->sig == 0 ||
             signal_post_to(p, to, owner->sig, &info, NULL) < 0))
            signal_post_to(p, to, SIGIO, NULL, NULL);
    }
}
