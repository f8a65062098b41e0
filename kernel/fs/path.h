/* SPDX-License-Identifier: MIT */
/*
 * Paths: from a name to an inode, as path_resolution(7) has it, and the calls
 * that work on names.
 *
 * Every function gets a path in kernel memory and a struct path_env: where
 * relative paths start (the working directory, or that of openat) and whose
 * permissions count.
 * Errors of all: -ENOENT also for an empty path; -ENOTDIR; -EACCES; -ELOOP more
 * than SYMLOOP_MAX symbolic links; -ENAMETOOLONG a component over NAME_MAX;
 * -ENOMEM.
 * Read next: fs/path.c, then fs/namei.c.
 */
#pragma once

#include <asm/limits.h>

#include "fs/cred.h"
#include "fs/inode.h"
#include "lib/types.h"

struct file;

/* Root and working directory, and umask: shared by clone(CLONE_FS). */
struct workdir {
    unsigned int refs;
    struct inode *root; /* one reference; where "/" is: chroot(2) */
    struct inode *cwd;  /* one reference */
    mode_t umask;
};

/* A new one at the root with umask 022. Returns: NULL without memory. */
struct workdir *workdir_alloc(void) MUST_CHECK;
struct workdir *workdir_copy(const struct workdir *from) MUST_CHECK;
void workdir_put(struct workdir *workdir);

/* Who asks. The functions below take their own reference on BASE. */
struct path_env {
    struct inode *root;      /* where "/" is; NULL: the first mount's root */
    struct inode *base;      /* where relative paths start; NULL: at the root */
    const struct cred *cred; /* whose permissions count */
    mode_t umask;            /* what a new file is not allowed */
};

/* The kernel's own: starts at the root, may do everything. */
extern const struct path_env path_env_kernel;

/* Whether a symbolic link as the last component is followed. */
enum path_last { PATH_FOLLOW, PATH_NOFOLLOW };

/* Finds what PATH names. *OUT comes with a reference; NULL after an error. */
int path_resolve(const struct path_env *env, const char *path,
                 enum path_last last, struct inode **out) MUST_CHECK;

/* open(2). FLAGS and MODE as there; the umask is applied here.
 * Errors: those of open(2). *OUT comes with a reference. */
int path_open(const struct path_env *env, const char *path, int flags,
              mode_t mode, struct file **out) MUST_CHECK;

/* mkdir(2), mknod(2), symlink(2): MODE has the type, and the umask is applied here;
 * TARGET is a symbolic link's text, or NULL; RDEV is a device's number. */
int path_create(const struct path_env *env, const char *path, mode_t mode,
                const char *target, unsigned int rdev) MUST_CHECK;
/* rmdir(2) if IS_DIR, else unlink(2). */
int path_remove(const struct path_env *env, const char *path,
                bool is_dir) MUST_CHECK;
/* link(2): the new name PATH for INODE. */
int path_link(struct inode *inode, const struct path_env *env,
              const char *path) MUST_CHECK;
/* renameat2(2), each name with an environment of its own. FLAGS: RENAME_NOREPLACE. */
int path_rename(const struct path_env *from_env, const char *from,
                const struct path_env *to_env, const char *to,
                unsigned int flags) MUST_CHECK;

/*
 * The absolute path of a directory, or of a file with inode->parent, as seen from
 * ROOT, with its NUL; for what was removed, the last one.  What is not below ROOT is
 * told from the very root, after the word OUTSIDE.
 * Returns: its length with the NUL.
 * Errors: -ERANGE it does not fit; -ENOENT nothing ever had a name there.
 */
int path_of_dir(struct inode *root, struct inode *dir, const char *outside,
                char *buf, size_t size) MUST_CHECK;

/* What a link of /proc says that leads to INODE: its path, or what else it is, as
 * proc(5) has it, seen from ROOT.  Returns: the length, at most SIZE; without NUL. */
long path_of_inode(struct inode *root, struct inode *inode, char *buf,
                   size_t size) MUST_CHECK;
/* readlink(2) of the symbolic link LINK. Returns and errors as above; its own. */
long path_of_link(struct inode *root, struct inode *link, char *buf,
                  size_t size) MUST_CHECK;
