/* SPDX-License-Identifier: MIT */
/*
 * open(2): from a path and flags to an open file, creating it if asked.
 *
 * Called by the system calls and by init's set-up, in process context.  The
 * order of the checks is Linux's, since programs can see it in the error.
 * Read next: fs/namei.c.
 */
#include "fs/file.h"
#include "fs/walk.h"

/* Flags that say how to open, and are not kept in the open file. */
#define OPEN_ONLY_FLAGS (O_CREAT | O_EXCL | O_NOCTTY | O_TRUNC | O_CLOEXEC)
#define OPEN_PATH_FLAGS (O_PATH | O_DIRECTORY | O_NOFOLLOW)
#define OPEN_KNOWN_FLAGS                                                       \
    (OPEN_ONLY_FLAGS | OPEN_PATH_FLAGS | O_ACCMODE | O_APPEND | O_NONBLOCK |   \
     O_SYNC | O_ASYNC | O_DIRECT | O_LARGEFILE | O_NOATIME | OPEN_UNNAMED)
/* No file system has it: what is asked for is a directory to write to, -EISDIR. */
#define OPEN_UNNAMED (O_TMPFILE & ~O_DIRECTORY)
#define MODE_PERMISSIONS 07777u

/* Makes FILE, which is blank but for its flags, lead to INODE, which may be opened
 * so. */
static int file_open(struct file *file, struct inode *inode)
{
    const struct file_ops *ops = file->flags & O_PATH ? NULL : inode->file_ops;

    if (!ops && !(file->flags & O_PATH))
        return -ENXIO;
    file->inode = inode_get(inode);
    file->ops = ops;
    int error = ops && ops->open ? ops->open(inode, file) : 0;
    if (error == 0 && S_ISREG(inode->mode) && file_is_writable(file)) {
        error = inode->writers < 0 ? -ETXTBSY : 0;
        file->is_writer = error == 0;
        inode->writers += file->is_writer;
    }
    if (error < 0)
        file->ops = NULL; /* it was never open: no release must run */
    file->flags &= ~OPEN_ONLY_FLAGS;
    return error;
}

int inode_open(struct inode *inode, int flags, struct file **out)
{
    struct file *file = file_alloc(flags);
    int error = file ? file_open(file, inode) : -ENOMEM;

    if (error < 0) {
        file_put(file);
        file = NULL;
    }
    *out = file;
    return error;
}

/* Checks an existing INODE for an open with FLAGS, and empties it if they say
 * so.  O_PATH needs no permission on the file. */
static int open_existing(struct inode *inode, const struct cred *cred, int flags)
{
    static const int wanted[O_ACCMODE + 1] = { R_OK, W_OK, R_OK | W_OK,
                                               R_OK | W_OK };
    int want = wanted[flags & O_ACCMODE] | (flags & O_TRUNC ? W_OK : 0);
    bool is_dir = S_ISDIR(inode->mode);

    if ((flags & O_CREAT) && (flags & O_EXCL))
        return -EEXIST;
    if ((flags & O_CREAT) && is_dir)
        return -EISDIR;
    if ((flags & O_DIRECTORY) && !is_dir)
        return -ENOTDIR;
    if (flags & O_PATH)
        return 0;
    if (S_ISLNK(inode->mode))
        return -ELOOP;
    if (is_dir && (want & W_OK))
        return -EISDIR;
    int error = inode_permission(inode, cred, want);
    if (error == 0 && (flags & O_NOATIME) && !inode_is_owner(inode, cred))
        error = -EPERM;
    if (error == 0 && !(flags & O_LARGEFILE) && inode->size > SMALL_FILE_MAX)
        error = -EOVERFLOW;
    if (error == 0 && (flags & O_TRUNC) && S_ISREG(inode->mode) &&
        inode->ops->truncate) {
        error = inode_truncate(inode, 0);
        inode_was_written(inode, cred);
    }
    return error;
}

/* Creates the regular file that WALK has come to. */
static int open_create(struct walk *walk, mode_t mode, struct inode **out)
{
    int error = walk_may_create(walk);
    if (error < 0)
        return error == -EPERM ? -EACCES : error; /* Linux's word for it here */
    mode &= MODE_PERMISSIONS & ~walk->env->umask;
    return walk->dir->ops->create(walk->dir, walk->name, S_IFREG | mode, NULL,
                                  walk->env->cred, out);
}

/* Finds or creates the inode that WALK has come to. */
static int open_find(struct walk *walk, int flags, mode_t mode,
                     struct inode **out)
{
    bool is_new = (flags & O_CREAT) && (flags & O_EXCL);
    enum path_last last = is_new || (flags & O_NOFOLLOW) ? PATH_NOFOLLOW
                                                         : PATH_FOLLOW;
    int error = walk_resolve(walk, last, out);

    if (error < 0)
        return error;
    if (walk->needs_dir) {
        if (flags & O_CREAT)
            return -EISDIR;
        flags |= O_DIRECTORY;
    }
    if (*out)
        return open_existing(*out, walk->env->cred, flags);
    return flags & O_CREAT ? open_create(walk, mode, out) : -ENOENT;
}

int path_open(const struct path_env *env, const char *path, int flags,
              mode_t mode, struct file **out)
{
    struct walk walk;
    struct inode *inode = NULL;

    flags &= flags & O_PATH ? OPEN_PATH_FLAGS : OPEN_KNOWN_FLAGS;
    if ((flags & O_CREAT) && (flags & O_DIRECTORY))
        return -EINVAL;
    if ((flags & OPEN_UNNAMED) &&
        (!(flags & O_DIRECTORY) || (flags & O_ACCMODE) == O_RDONLY))
        return -EINVAL;
    /* The file comes first: nothing is created or emptied for want of it. */
    struct file *file = file_alloc(flags);
    if (!file)
        return -ENOMEM;
    int error = walk_start(&walk, env, path);
    if (error == 0)
        error = open_find(&walk, flags, mode, &inode);
    walk_end(&walk);
    if (error == 0)
        error = file_open(file, inode);
    inode_put(inode);
    if (error < 0)
        file_put(file);
    else
        *out = file;
    return error;
}
