/* SPDX-License-Identifier: MIT */
/*
 * prctl(2): what a process says of itself.
 *
 * Options that hold for the caller alone are kept in its PCB; of the rest those
 * are answered that programs ask for, and EINVAL says that Tine has no such thing.
 * Called by sys/dispatch.c in process context.
 */
#include <asm/capability.h>
#include <asm/prctl.h>

#include "lib/string.h"
#include "sys/handler.h"

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

/* ---- Capabilities over exec: capabilities(7) ---------------------------------- */

static long prctl_drop_bounding(struct cred *cred, unsigned long cap)
{
    if (!cred_can(cred, CAP_SETPCAP))
        return -EPERM;
    if (cap > CAP_LAST)
        return -EINVAL;
    cred->bounding &= ~CAP_BIT(cap);
    return 0;
}

/* A bit that is locked never changes again, nor does its lock. */
static long prctl_set_securebits(struct cred *cred, unsigned long bits)
{
    unsigned long locks = cred->securebits & SECBITS_LOCKS;
    unsigned long fixed = locks | locks >> 1 | ~(SECBITS | SECBITS_LOCKS);
    unsigned long changed = bits ^ cred->securebits;
    bool is_free = changed && !(changed & ~(unsigned long)SECBITS_OF_ANYBODY);
    if (changed & fixed || !(is_free || cred_can(cred, CAP_SETPCAP)))
        return -EPERM;
    cred->securebits = bits;
    return 0;
}

static long prctl_set_keepcaps(struct cred *cred, unsigned long value)
{
    if (value > 1)
        return -EINVAL;
    if (cred->securebits & SECBIT_KEEP_CAPS << 1)
        return -EPERM;
    cred->securebits &= ~(unsigned long)SECBIT_KEEP_CAPS;
    cred->securebits |= value ? SECBIT_KEEP_CAPS : 0;
    return 0;
}

/* Ambient is only what is permitted and inheritable, too. */
static long prctl_ambient(struct cred *cred, unsigned long what,
                          unsigned long cap, bool has_more)
{
    bool is_for_all = what == PR_CAP_AMBIENT_CLEAR_ALL;
    if (cap > (is_for_all ? 0 : CAP_LAST) || has_more)
        return -EINVAL;
    switch (what) {
    case PR_CAP_AMBIENT_IS_SET:
        return cred->ambient >> cap & 1;
    case PR_CAP_AMBIENT_RAISE:
        if (!(cred->permitted & cred->inheritable & CAP_BIT(cap)) ||
            cred->securebits & SECBIT_NO_CAP_AMBIENT_RAISE)
            return -EPERM;
        cred->ambient |= CAP_BIT(cap);
        return 0;
    case PR_CAP_AMBIENT_LOWER:
    case PR_CAP_AMBIENT_CLEAR_ALL:
        cred->ambient &= is_for_all ? 0 : ~CAP_BIT(cap);
        return 0;
    default:
        return -EINVAL;
    }
}

/* ---- All of them --------------------------------------------------------------- */

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
        return (p->cred.securebits & SECBIT_KEEP_CAPS) != 0;
    case PR_GET_TIMERSLACK:
        return (long)(p->traits.timer_slack_ns ? p->traits.timer_slack_ns
                                               : TIMER_SLACK_NS);
    case PR_CAPBSET_READ:
        return arg <= CAP_LAST ? (long)(p->cred.bounding >> arg & 1) : -EINVAL;
    case PR_GET_SECUREBITS:
        return (long)p->cred.securebits;
    case PR_GET_TSC:
        return user_put(arg, (int){ PR_TSC_ENABLE });
    case PR_GET_SECCOMP:
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
        if (arg2 > 1)
            return -EINVAL;
        p->traits.is_dumpable = arg2;
        return 0;
    case PR_SET_KEEPCAPS:
        return prctl_set_keepcaps(&p->cred, arg2);
    case PR_CAPBSET_DROP:
        return prctl_drop_bounding(&p->cred, arg2);
    case PR_SET_SECUREBITS:
        return prctl_set_securebits(&p->cred, arg2);
    case PR_CAP_AMBIENT:
        return prctl_ambient(&p->cred, arg2, arg3, arg4 || arg5);
    case PR_SET_TIMERSLACK:
        p->traits.timer_slack_ns = arg2;
        return 0;
    case PR_SET_TIMING:
        return arg2 ? -EINVAL : 0;
    case PR_SET_TSC:
        return arg2 == PR_TSC_ENABLE ? 0 : -EINVAL;
    case PR_MCE_KILL_GET:
        return arg2 || has_more ? -EINVAL : PR_MCE_KILL_DEFAULT;
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
