/* SPDX-License-Identifier: MIT */
/*
 * Who may do what with an inode: the permission check of POSIX.1-2017, 4.5, in
 * the form that credentials(7) and path_resolution(7) describe.
 *
 * Pure functions of an identity and an inode's attributes.
 * Read next: fs/inode.c.
 */
#include "fs/cred.h"

#include <asm/fcntl.h>

#include "fs/inode.h"

const struct cred cred_root = { .permitted = CAP_ALL, .effective = CAP_ALL,
                                .bounding = CAP_ALL };

#define MODE_USER_SHIFT 6
#define MODE_GROUP_SHIFT 3
#define MODE_ANY_EXEC (S_IXUSR | S_IXGRP | S_IXOTH)

bool cred_has_group(const struct cred *cred, gid_t gid)
{
    unsigned int low = 0, high = cred->ngroups;

    while (low < high) {
        unsigned int middle = (low + high) / 2;
        gid_t group = *grouplist_at(cred->groups, middle);
        if (group == gid)
            return true;
        if (group < gid)
            low = middle + 1;
        else
            high = middle;
    }
    return gid == cred->fsgid;
}

bool cred_is_all(const struct cred *cred, uid_t uid, gid_t gid)
{
    return cred->uid == uid && cred->euid == uid && cred->suid == uid &&
           cred->gid == gid && cred->egid == gid && cred->sgid == gid;
}

static bool cred_has_root(const struct cred *cred)
{
    return cred->uid == 0 || cred->euid == 0 || cred->suid == 0;
}

/* Effect of user ID changes on capabilities: capabilities(7). */
void cred_follow_ids(struct cred *cred, const struct cred *was)
{
    if (cred->securebits & SECBIT_NO_SETUID_FIXUP)
        return;
    if (cred_has_root(was) && !cred_has_root(cred)) {
        cred->ambient = 0;
        if (!(cred->securebits & SECBIT_KEEP_CAPS))
            cred->permitted = cred->effective = 0;
    }
    if (was->euid == 0 && cred->euid != 0)
        cred->effective = 0;
    else if (was->euid != 0 && cred->euid == 0)
        cred->effective = cred->permitted;
    else if (was->fsuid == 0 && cred->fsuid != 0)
        cred->effective &= ~CAP_OF_FILES;
    else if (was->fsuid != 0 && cred->fsuid == 0)
        cred->effective |= cred->permitted & CAP_OF_FILES;
}

/* Transformation of capabilities during execve(): capabilities(7). */
void cred_start_program(struct cred *cred, const struct cred *was, bool is_bound)
{
    bool has_rights = !(cred->securebits & SECBIT_NOROOT);
    bool is_root = has_rights && (cred->uid == 0 || cred->euid == 0);

    cred->permitted = is_root ? cred->bounding | cred->inheritable : 0;
    if (is_bound)
        cred->permitted &= was->permitted;
    if (cred->euid != was->euid || !cred_has_group(was, cred->egid))
        cred->ambient = 0;
    cred->permitted |= cred->ambient;
    cred->effective = has_rights && cred->euid == 0 ? cred->permitted
                                                    : cred->ambient;
    cred->securebits &= ~(unsigned long)SECBIT_KEEP_CAPS;
}

int inode_permission(const struct inode *inode, const struct cred *cred,
                     int want)
{
    mode_t mode = inode->mode;
    bool is_dir = S_ISDIR(mode);
    bool is_exec_ok = is_dir || (mode & MODE_ANY_EXEC);

    /* Exactly one class counts: the owner's bits hide the group's. */
    if (cred->fsuid == inode->uid)
        mode >>= MODE_USER_SHIFT;
    else if (cred_has_group(cred, inode->gid))
        mode >>= MODE_GROUP_SHIFT;
    int error = want & ~(int)mode & (R_OK | W_OK | X_OK) ? -EACCES : 0;
    if (inode->ops->may_look && !(want & W_OK))
        error = inode->ops->may_look((struct inode *)inode, error);
    if (error != -EACCES)
        return error;
    /* Root may do everything but execute what nobody can. */
    if (cred_can(cred, CAP_DAC_OVERRIDE) && (is_exec_ok || !(want & X_OK)))
        return 0;
    bool is_reading = is_dir ? !(want & W_OK) : want == R_OK;
    return is_reading && cred_can(cred, CAP_DAC_READ_SEARCH) ? 0 : -EACCES;
}

int inode_may_search(const struct inode *dir, const struct cred *cred)
{
    return S_ISDIR(dir->mode) ? inode_permission(dir, cred, X_OK) : -ENOTDIR;
}
