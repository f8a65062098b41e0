/* SPDX-License-Identifier: MIT */
/*
 * The calls on names that POSIX had first: each is an *at call that starts at the
 * working directory.  And the times of utimensat in their two widths.
 *
 * Called by sys/dispatch.c in process context.
 */
#include <asm/time.h>
#include <tine/errno.h>

#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"
#include "sys/sys_file.h"
#include "time/clock.h"

/* ---- Names ---------------------------------------------------------------------- */

long sys_mkdir(uaddr_t path, mode_t mode)
{
    return sys_mkdirat(AT_FDCWD, path, mode);
}

long sys_mknod(uaddr_t path, mode_t mode, unsigned int dev)
{
    return sys_mknodat(AT_FDCWD, path, mode, dev);
}

long sys_rmdir(uaddr_t path)
{
    return sys_unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

long sys_unlink(uaddr_t path)
{
    return sys_unlinkat(AT_FDCWD, path, 0);
}

long sys_renameat(int from_dirfd, uaddr_t from, int to_dirfd, uaddr_t to)
{
    return sys_renameat2(from_dirfd, from, to_dirfd, to, 0);
}

long sys_rename(uaddr_t from, uaddr_t to)
{
    return sys_renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}

long sys_link(uaddr_t from, uaddr_t to)
{
    return sys_linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}

long sys_symlink(uaddr_t target, uaddr_t path)
{
    return sys_symlinkat(target, AT_FDCWD, path);
}

/* Unlike readlinkat it takes no empty path. */
long sys_readlink(uaddr_t path, uaddr_t buf, size_t size)
{
    return sys_readlink_flags(AT_FDCWD, path, 0, buf, size);
}

/* ---- Attributes ------------------------------------------------------------------ */

long sys_access(uaddr_t path, int mode)
{
    return sys_faccessat2(AT_FDCWD, path, mode, 0);
}

long sys_faccessat(int dirfd, uaddr_t path, int mode)
{
    return sys_faccessat2(dirfd, path, mode, 0);
}

long sys_chmod(uaddr_t path, mode_t mode)
{
    return sys_fchmodat2(AT_FDCWD, path, mode, 0);
}

long sys_fchmodat(int dirfd, uaddr_t path, mode_t mode)
{
    return sys_fchmodat2(dirfd, path, mode, 0);
}

long sys_chown32(uaddr_t path, uid_t uid, gid_t gid)
{
    return sys_fchownat(AT_FDCWD, path, uid, gid, 0);
}

long sys_lchown32(uaddr_t path, uid_t uid, gid_t gid)
{
    return sys_fchownat(AT_FDCWD, path, uid, gid, AT_SYMLINK_NOFOLLOW);
}

/* ---- Times ------------------------------------------------------------------------ */

#define TIME_MAX 0x7fffffffLL

long sys_utimensat(int dirfd, uaddr_t path, uaddr_t times, int flags)
{
    struct timespec both[2];

    if (times && user_get(both, times) < 0)
        return -EFAULT;
    return sys_set_times(dirfd, path, times ? both : NULL, flags);
}

/* What our inodes cannot hold becomes the nearest that they can. */
long sys_utimensat_time64(int dirfd, uaddr_t path, uaddr_t times, int flags)
{
    struct timespec64 wide[2];
    struct timespec both[2];

    if (times && user_get(wide, times) < 0)
        return -EFAULT;
    for (int i = 0; times && i < 2; i++) {
        long long sec = MAX(MIN(wide[i].tv_sec, TIME_MAX), -TIME_MAX - 1);
        both[i] = (struct timespec){ (time_t)sec, (long)wide[i].tv_nsec };
    }
    return sys_set_times(dirfd, path, times ? both : NULL, flags);
}
