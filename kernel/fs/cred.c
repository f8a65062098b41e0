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
#include <tine/errno.h>

#include "fs/grouplist.h"
#include "fs/inode.h"

const struct cred cred_root;

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

int inode_permission(const struct inode *inode, const struct cred *cred,
                     int want)
{
    mode_t mode = inode->mode;

    if (cred_is_file_root(cred)) {
        /* Root may do everything but execute what nobody can. */
        bool is_exec_ok = S_ISDIR(mode) || (mode & MODE_ANY_EXEC);
        return (want & X_OK) && !is_exec_ok ? -EACCES : 0;
    }
    /* Exactly one class counts: the owner's bits hide the group's. */
    if (cred->fsuid == inode->uid)
        mode >>= MODE_USER_SHIFT;
    else if (cred_has_group(cred, inode->gid))
        mode >>= MODE_GROUP_SHIFT;
    return (want & ~(int)mode & (R_OK | W_OK | X_OK)) ? -EACCES : 0;
}

int inode_may_search(const struct inode *dir, const struct cred *cred)
{
    return S_ISDIR(dir->mode) ? inode_permission(dir, cred, X_OK) : -ENOTDIR;
}
