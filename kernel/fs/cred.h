/* SPDX-License-Identifier: MIT */
/*
 * Who somebody is: the user and group identities by which access is decided,
 * as credentials(7) describes them.  A process carries one struct cred in its
 * PCB; the functions of fs/ get a pointer to it and never look at the process.
 */
#pragma once

#include "lib/types.h"

struct grouplist;

/* The four ids of either kind. */
struct cred_ids {
    unsigned int real, effective, saved;
    unsigned int file; /* the one that counts for files: setfsuid(2) */
};

/* Each id has its usual name, and is part of its kind as a whole. */
struct cred {
    union {
        struct { uid_t uid, euid, suid, fsuid; };
        struct cred_ids user;
    };
    union {
        struct { gid_t gid, egid, sgid, fsgid; };
        struct cred_ids group;
    };
    unsigned int ngroups;     /* supplementary groups */
    struct grouplist *groups; /* where they are, unless none ever were */
};

/* The kernel's own: root. For what is done at boot. */
extern const struct cred cred_root;

static inline bool cred_is_root(const struct cred *cred)
{
    return cred->euid == 0;
}

/* Whether it is root as far as files go. */
static inline bool cred_is_file_root(const struct cred *cred)
{
    return cred->fsuid == 0;
}

/* Whether GID is the group for files or one of the supplementary groups. */
bool cred_has_group(const struct cred *cred, gid_t gid);
