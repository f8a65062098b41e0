/* SPDX-License-Identifier: MIT */
/*
 * Who somebody is: the user and group identities by which access is decided,
 * as credentials(7) describes them.  A process carries one struct cred in its
 * PCB; the functions of fs/ get a pointer to it and never look at the process.
 */
#pragma once

#include <asm/capability.h>

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
    /* Root's rights in pieces, a bit for each: capabilities(7). */
    uint64_t permitted, effective, inheritable;
    unsigned int ngroups;     /* supplementary groups */
    struct grouplist *groups; /* where they are, unless none ever were */
};

/* The kernel's own: root. For what is done at boot. */
extern const struct cred cred_root;

/* Whether it has the capability CAP in effect. */
static inline bool cred_can(const struct cred *cred, int cap)
{
    return cred->effective & CAP_BIT(cap);
}

/* Gives and takes capabilities as the user ids say, which were those of WAS; with
 * KEEPS, who is root no more may still take back what he had. */
void cred_follow_ids(struct cred *cred, const struct cred *was, bool keeps);
/* The same when a program is started. */
void cred_start_program(struct cred *cred);

/* Whether GID is the group for files or one of the supplementary groups. */
bool cred_has_group(const struct cred *cred, gid_t gid);
