/* SPDX-License-Identifier: MIT */
/*
 * Who somebody is: the user and group identities by which access is decided,
 * as credentials(7) describes them.  A process carries one struct cred in its
 * PCB; the functions of fs/ get a pointer to it and never look at the process.
 */
#pragma once

#include <asm/capability.h>
#include <asm/limits.h>

#include "arch.h"
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
    union {
        struct { uint64_t effective, permitted, inheritable; };
        uint64_t caps[CAP_SETS]; /* in this order in struct cap_data, too */
    };
    uint64_t bounding;        /* what exec may still give */
    uint64_t ambient;         /* what exec leaves to anybody */
    unsigned long securebits; /* SECBIT_* */
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

/* Whether it is permitted all that OTHER is, or may do without. */
static inline bool cred_covers(const struct cred *cred, const struct cred *other)
{
    return !(other->permitted & ~cred->permitted);
}

/* Gives and takes capabilities as the user ids say, which were those of WAS. */
void cred_follow_ids(struct cred *cred, const struct cred *was);
/* The same when a program is started; IS_BOUND: it gets none that WAS had not. */
void cred_start_program(struct cred *cred, const struct cred *was, bool is_bound);

/* Whether all its ids are UID and GID, so that it is that user's and nobody's else. */
bool cred_is_all(const struct cred *cred, uid_t uid, gid_t gid);
/* Whether GID is the group for files or one of the supplementary groups. */
bool cred_has_group(const struct cred *cred, gid_t gid);

/* ---- Supplementary groups (fs/grouplist.c) -------------------------------------- */

/*
 * A list is in ascending order, and never changes once a process has it: who sets
 * his groups gets a new one.  So a child shares its parent's, by count.
 */
#define GROUPS_PER_PAGE (PAGE_SIZE / sizeof(gid_t))

struct grouplist {
    unsigned int refs;
    gid_t *pages[NGROUPS_MAX / GROUPS_PER_PAGE]; /* a frame each, or NULL */
};

/* Room for COUNT groups, at most NGROUPS_MAX, to be filled in and then sorted.
 * Returns: NULL without memory. */
struct grouplist *grouplist_alloc(unsigned int count) MUST_CHECK;
/* Context: process; others may run meanwhile. */
void grouplist_sort(struct grouplist *list, unsigned int count);

/* One fewer has it. NULL is allowed. */
void grouplist_put(struct grouplist *list);

/* The one at INDEX. */
static inline gid_t *grouplist_at(const struct grouplist *list,
                                  unsigned int index)
{
    return &list->pages[index / GROUPS_PER_PAGE][index % GROUPS_PER_PAGE];
}
