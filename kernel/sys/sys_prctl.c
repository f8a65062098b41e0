/* SPDX-License-Identifier: MIT */
/*
 * prctl(2) and personality(2): what a process says of itself.
 *
 * Options that hold for the caller alone are kept in its PCB; of the rest those
 * are answered that programs ask for, and EINVAL says that Tine has no such thing.
 * Called by sys/dispatch.c in process context.
 */
#include <asm/capability.h>
#include <asm/prctl.h>
#include <tine/errno.h>

#include "lib/string.h"
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "proc/signal.h"
#include "sys/sys.h"

#define TIMER_SLACK_NS 50000ul /* prctl(2), PR_SET_TIMERSLACK: the default */

static long prctl_set_name(struct proc *p, uaddr_t from)
{
    char name[COMM_BYTES] = { 0 };
    if (user_read_string(name, from, sizeof(name)) == -EFAULT)
        return -EFAULT;
    name[sizeof(name) - 1] = '\0';
    strlcpy(p->comm, name, sizeof(p->comm));
    return 0;
}

static long prctl_get_name(const struct proc *p, uaddr_t to)
{
    char name[COMM_BYTES] = { 0 };
    strlcpy(name, p->comm, sizeof(name));
    return user_put(to, name);
}

/* Sets *FLAG where VALUE is 0 or 1. */
static long prctl_set_flag(bool *flag, unsigned long value)
{
    if (value > 1)
        return -EINVAL;
    *flag = value;
    return 0;
}

/* The options that give something to know. */
static long prctl_get(const struct proc *p, int option, unsigned long arg)
{
    switch (option) {
    case PR_GET_NAME:
        return prctl_get_name(p, arg);
    case PR_GET_PDEATHSIG:
        return user_put(arg, p->death_signal);
    case PR_GET_CHILD_SUBREAPER:
        return user_put(arg, (int){ p->is_subreaper });
    case PR_GET_TID_ADDRESS:
        return user_put(arg, p->clear_child_tid);
    case PR_GET_DUMPABLE:
        return p->traits.is_dumpable;
    case PR_GET_KEEPCAPS:
        return p->traits.keeps_caps;
    case PR_GET_TIMERSLACK:
        return (long)(p->traits.timer_slack_ns ? p->traits.timer_slack_ns
                                               : TIMER_SLACK_NS);
    case PR_CAPBSET_READ:
        return arg <= CAP_LAST ? 1 : -EINVAL;
    case PR_GET_SECCOMP:
    case PR_GET_SECUREBITS:
    case PR_GET_TIMING:
        return 0;
    default:
        return -EINVAL;
    }
}

long sys_prctl(int option, unsigned long arg2, unsigned long arg3,
               unsigned long arg4, unsigned long arg5)
{
    struct proc *p = this_proc();
    bool has_more = arg3 || arg4 || arg5;

    switch (option) {
    case PR_SET_NAME:
        return prctl_set_name(p, arg2);
    case PR_SET_PDEATHSIG:
        if (arg2 > SIGRTMAX_KERNEL)
            return -EINVAL;
        p->death_signal = (int)arg2;
        return 0;
    case PR_SET_CHILD_SUBREAPER:
        p->is_subreaper = arg2 != 0;
        return 0;
    case PR_SET_DUMPABLE:
        return prctl_set_flag(&p->traits.is_dumpable, arg2);
    case PR_SET_KEEPCAPS:
        return prctl_set_flag(&p->traits.keeps_caps, arg2);
    case PR_SET_TIMERSLACK:
        p->traits.timer_slack_ns = arg2;
        return 0;
    case PR_SET_TIMING:
        return arg2 ? -EINVAL : 0;
    case PR_SET_NO_NEW_PRIVS:
        if (arg2 != 1 || has_more)
            return -EINVAL;
        p->traits.has_no_new_privs = true;
        return 0;
    case PR_GET_NO_NEW_PRIVS:
        return arg2 || has_more ? -EINVAL : p->traits.has_no_new_privs;
    default:
        return prctl_get(p, option, arg2);
    }
}

long sys_personality(unsigned long persona)
{
    struct traits *traits = &this_proc()->traits;
    unsigned long old = traits->personality;
    if (persona != PERSONALITY_QUERY)
        traits->personality = persona;
    return (long)old;
}
