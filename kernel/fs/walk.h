/* SPDX-License-Identifier: MIT */
/*
 * A walk along a path: inside fs/ only.
 *
 * A walk stands in a directory, with the path's last component in its hands.
 * The caller looks that up, creates it or removes it; if it turns out to be a
 * symbolic link to follow, the walk goes through the link's text, to the last
 * component of that, before it goes on with what followed the link.
 */
#pragma once

#include "fs/path.h"

enum walk_kind {
    WALK_NAME,   /* a name */
    WALK_DOT,    /* "." */
    WALK_DOTDOT, /* ".." */
    WALK_ROOT,   /* nothing: the path is made of slashes */
};

struct walk {
    const struct path_env *env;
    struct inode *dir;       /* where the walk stands; one reference */
    const char *rest;        /* what is still to go of this text */
    unsigned int links;      /* symbolic links followed */
    unsigned int depth;      /* and in whose texts the walk is now, ... */
    struct {
        struct inode *link;  /* ... each with a reference, for its text, ... */
        const char *rest;    /* ... and what is to go behind it */
    } inside[SYMLOOP_MAX];
    enum walk_kind kind;     /* of the last component found */
    bool needs_dir;          /* slashes follow it ... */
    bool link_needs_dir;     /* ... or the link that it is the end of */
    char name[NAME_MAX + 1]; /* and its text */
};

/* Goes to the directory of PATH's last component; its name is then in WALK.
 * walk_end must end the walk whatever happens. */
int walk_start(struct walk *walk, const struct path_env *env, const char *path)
    MUST_CHECK;
/* The inode that the component names, with a reference, or NULL where there is
 * none; a link is not followed, a mounted file system is entered. */
int walk_lookup(struct walk *walk, struct inode **out) MUST_CHECK;
/* The same, and follows a link: with PATH_NOFOLLOW only if slashes come after. */
int walk_resolve(struct walk *walk, enum path_last last, struct inode **out)
    MUST_CHECK;
/* Whether a name may be added. Errors: -ENOENT the file system has no such
 * thing; -EACCES. */
int walk_may_create(const struct walk *walk) MUST_CHECK;
/* Whether the name of VICTIM may be removed from the directory where WALK stands;
 * as a directory's, or as any other's (namei.c). Errors: -EACCES, -EPERM,
 * -ENOTDIR, -EISDIR, -EBUSY. */
int name_may_remove(const struct walk *walk, struct inode *victim,
                    bool is_dir) MUST_CHECK;
void walk_end(struct walk *walk);
