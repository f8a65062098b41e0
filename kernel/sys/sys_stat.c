/* SPDX-License-Identifier: MIT */
/*
 * System calls on attributes: stat, access, chmod, chown, times.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: fs/inode.c.
 */
#include <asm/stat.h>

#include "sys/handler.h"

/* ---- Asking --------------------------------------------------------------------- */

long stat_put(struct inode *inode, uaddr_t buf)
{
    struct stat st;
    inode_stat(inode, &st);
    return user_put(buf, st);
}

long stat_put_old(struct inode *inode, uaddr_t buf)
{
    struct stat st;

    inode_stat(inode, &st);
    if (st.st_size > SMALL_FILE_MAX)
        return -EOVERFLOW;
    struct old_stat old = {
        .st_dev = (unsigned long)st.st_dev,
        .st_ino = (unsigned long)st.st_ino,
        .st_mode = (unsigned short)st.st_mode,
        .st_nlink = (unsigned short)st.st_nlink,
        .st_uid = (unsigned short)st.st_uid,
        .st_gid = (unsigned short)st.st_gid,
        .st_rdev = (unsigned long)st.st_rdev,
        .st_size = (unsigned long)st.st_size,
        .st_blksize = st.st_blksize,
        .st_blocks = (unsigned long)st.st_blocks,
        .st_atim = st.st_atim,
        .st_mtim = st.st_mtim,
        .st_ctim = st.st_ctim,
    };
    return user_put(buf, old);
}

static struct statx_timestamp statx_time(struct timespec64 time)
{
    return (struct statx_timestamp){ .tv_sec = time.tv_sec,
                                     .tv_nsec = (unsigned int)time.tv_nsec };
}

static long statx_put(struct inode *inode, uaddr_t buf)
{
    struct stat st;

    inode_stat(inode, &st);
    struct statx wide = {
        .stx_mask = STATX_BASIC_STATS,
        .stx_blksize = st.st_blksize,
        .stx_nlink = st.st_nlink,
        .stx_uid = st.st_uid,
        .stx_gid = st.st_gid,
        .stx_mode = (unsigned short)st.st_mode,
        .stx_ino = st.st_ino,
        .stx_size = (unsigned long long)st.st_size,
        .stx_blocks = st.st_blocks,
        .stx_atime = statx_time(inode->atime),
        .stx_ctime = statx_time(inode->ctime),
        .stx_mtime = statx_time(inode->mtime),
        .stx_rdev_major = DEVICE_MAJOR(st.st_rdev),
        .stx_rdev_minor = DEVICE_MINOR(st.st_rdev),
        .stx_dev_major = DEVICE_MAJOR(st.st_dev),
        .stx_dev_minor = DEVICE_MINOR(st.st_dev),
    };
    return user_put(buf, wide);
}

long stat_at(int dirfd, uaddr_t path, int flags, uaddr_t buf, stat_fn put)
{
    if (path || !(flags & AT_EMPTY_PATH))
        return ON_PATH(dirfd, path, flags & ~AT_NO_AUTOMOUNT, put(inode, buf));
    if (dirfd == AT_FDCWD)
        return put(this_proc()->workdir->cwd, buf);
    return ON_ANY_FD(dirfd, put(file->inode, buf));
}

long sys_statx(int dirfd, uaddr_t path, int flags, unsigned int mask,
               uaddr_t buf)
{
    if ((mask & STATX_RESERVED) ||
        (flags & AT_STATX_SYNC_TYPE) == AT_STATX_SYNC_TYPE)
        return -EINVAL;
    return stat_at(dirfd, path, flags & ~AT_STATX_SYNC_TYPE, buf, statx_put);
}

long xattr_none(uaddr_t name)
{
    char text[NAME_MAX + 1];
    int len = user_read_string(text, name, sizeof(text));

    if (len == 0 || len == -ENAMETOOLONG)
        return -ERANGE;
    return len < 0 ? len : -EOPNOTSUPP;
}

/* access(2) asks for the real user, so that a set-user-ID program can. */
static long access_check(struct sys_path *at, int mode, int flags)
{
    struct cred cred = this_proc()->cred;

    if (!(flags & AT_EACCESS)) {
        cred.fsuid = cred.uid;
        cred.fsgid = cred.gid;
        cred.effective = cred.uid == 0 ? cred.permitted : 0;
    }
    at->env.cred = &cred;
    return ON_INODE(sys_path_find(at, flags, &inode),
                    inode_permission(inode, &cred, mode));
}

long sys_faccessat2(int dirfd, uaddr_t path, int mode, int flags)
{
    if ((mode & ~(R_OK | W_OK | X_OK)) ||
        (flags & ~(AT_EACCESS | AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH)))
        return -EINVAL;
    return WITH_PATH(at, dirfd, path, flags, access_check(&at, mode, flags));
}

/* ---- Changing -------------------------------------------------------------------- */

long mode_change(struct inode *inode, mode_t mode)
{
    return S_ISLNK(inode->mode)
               ? -EOPNOTSUPP
               : inode_set_mode(inode, &this_proc()->cred, mode);
}

/* Changes the file PATH; without a path DIRFD, as futimens does. */
static long set_times_to(int dirfd, uaddr_t path, const struct timespec64 *times,
                         int flags)
{
    const struct cred *cred = &this_proc()->cred;

    /* Nothing to do, whatever the path: utimensat(2). */
    if (times && times[0].tv_nsec == UTIME_OMIT &&
        times[1].tv_nsec == UTIME_OMIT)
        return 0;
    if (path != 0 || dirfd == AT_FDCWD)
        return ON_PATH(dirfd, path, flags, inode_set_times(inode, cred, times));
    if (flags)
        return -EINVAL;
    return ON_FD(dirfd, inode_set_times(file->inode, cred, times));
}

long set_times(int dirfd, uaddr_t path, uaddr_t times, int flags,
               enum time_form form)
{
    struct timespec64 both[2];

    for (unsigned int i = 0; times && i < ARRAY_LEN(both); i++) {
        if (time_read(times + i * time_bytes(form), form, &both[i]) < 0)
            return -EFAULT;
        if (form == TIME_VAL &&
            (both[i].tv_nsec < 0 || both[i].tv_nsec >= (long)NS_PER_SECOND))
            return -EINVAL; /* before the path is looked at */
    }
    return set_times_to(dirfd, path, times ? both : NULL, flags);
}
