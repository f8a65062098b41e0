/* SPDX-License-Identifier: MIT */
/*
 * A walk along a path: inside fs/ only.
 *
 * A walk stands in a directory, with the rest of the path before it.
 * walk_parent goes on until the rest is one last component, which the caller
 * then looks up, creates or removes; if that turns out to be a symbolic link to
 * follow, walk_follow puts the link's text in its place and the walk goes on.
 */
#ifndef FS_WALK_H
#define FS_WALK_H

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
    const char *rest;        /* what is still to go */
    paddr_t text;            /* the frame that rest points into, or 0 */
    unsigned int links;      /* symbolic links followed */
    enum walk_kind kind;     /* of the last component found */
    bool needs_dir;          /* slashes follow it */
    char name[NAME_MAX + 1]; /* and its text */
};

/* Starts a walk, which walk_end must end whatever happens. */
int walk_start(struct walk *walk, const struct path_env *env,
               struct inode *base, const char *path) MUST_CHECK;
/* Goes to the directory of the last component; its name is then in WALK. */
int walk_parent(struct walk *walk) MUST_CHECK;
/* The inode that the component names, with a reference; a link is not followed,
 * a mounted file system is entered. Errors: -ENOENT and as path.h says. */
int walk_lookup(struct walk *walk, struct inode **out) MUST_CHECK;
/* Replaces the component by what LINK says; puts LINK. */
int walk_follow(struct walk *walk, struct inode *link) MUST_CHECK;
void walk_end(struct walk *walk);

#endif
