/* SPDX-License-Identifier: MIT */
/*
 * System calls about identity: user and group ids, as credentials(7) has them.
 *
 * Only root may become somebody else; anybody may go back and forth between his
 * real, effective and saved ids.
 * Called by sys/dispatch.c in process context.
 */
#include <tine/errno.h>

#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"

#define ID_UNCHANGED ((uid_t)-1)

long sys_getuid32(void)
{
    return (long)this_proc()->cred.uid;
}

long sys_getgid32(void)
{
    return (long)this_proc()->cred.gid;
}

long sys_geteuid32(void)
{
    return (long)this_proc()->cred.euid;
}

long sys_getegid32(void)
{
    return (long)this_proc()->cred.egid;
}

/* The old calls had 16 bits; 65534 stands for ids that do not fit. */
#define ID_MAX_16 65535u
#define ID_OVERFLOW 65534u

static long id_to_16(unsigned int id)
{
    return id > ID_MAX_16 ? (long)ID_OVERFLOW : (long)id;
}

long sys_getuid(void)
{
    return id_to_16(this_proc()->cred.uid);
}

long sys_getgid(void)
{
    return id_to_16(this_proc()->cred.gid);
}

long sys_geteuid(void)
{
    return id_to_16(this_proc()->cred.euid);
}

long sys_getegid(void)
{
    return id_to_16(this_proc()->cred.egid);
}

/* What setuid(2) and setgid(2) have in common. */
static long id_set(unsigned int id, unsigned int *real, unsigned int *effective,
                   unsigned int *saved)
{
    if (id == ID_UNCHANGED)
        return -EINVAL;
    if (cred_is_root(&this_proc()->cred))
        *real = *saved = id;
    else if (id != *real && id != *saved)
        return -EPERM;
    *effective = id;
    return 0;
}

long sys_setuid32(uid_t uid)
{
    struct cred *cred = &this_proc()->cred;
    return id_set(uid, &cred->uid, &cred->euid, &cred->suid);
}

long sys_setgid32(gid_t gid)
{
    struct cred *cred = &this_proc()->cred;
    return id_set(gid, &cred->gid, &cred->egid, &cred->sgid);
}

long sys_getgroups32(int size, uaddr_t list)
{
    const struct cred *cred = &this_proc()->cred;
    if (size < 0 || (size > 0 && size < cred->ngroups))
        return -EINVAL;
    if (size > 0 && user_write(list, cred->groups,
                               (size_t)cred->ngroups * sizeof(gid_t)) < 0)
        return -EFAULT;
    return cred->ngroups;
}

long sys_setgroups32(int size, uaddr_t list)
{
    struct cred *cred = &this_proc()->cred;
    gid_t groups[CRED_GROUPS_MAX];
    if (!cred_is_root(cred))
        return -EPERM;
    if (size < 0 || size > CRED_GROUPS_MAX)
        return -EINVAL;
    if (user_read(groups, list, (size_t)size * sizeof(gid_t)) < 0)
        return -EFAULT;
    for (int i = 0; i < size; i++)
        cred->groups[i] = groups[i];
    cred->ngroups = size;
    return 0;
}
