/* SPDX-License-Identifier: MIT */
/*
 * System calls that make and change mappings: the break, mmap and its kin.
 *
 * Called by sys/dispatch.c in process context.  What only concerns the pages of
 * mappings (advice, locks) stands in sys/sys_advise.c.
 * Read next: mm/space.h.
 */
#include <asm/mman.h>

#include "fs/devfs.h"
#include "fs/inode.h"
#include "fs/ramfs.h"
#include "mm/mapping.h"
#include "mm/space.h"
#include "sys/handler.h"

/* What MAP_SHARED_VALIDATE lets pass: what was there before it. */
#define MAP_ALWAYS_KNOWN (MAP_SYNC - 1)

/* What a mmap call asks for. The inode, one reference, is what stands behind the
 * mapping, or NULL: it is anonymous and private. */
struct mmap_request {
    size_t len;
    int prot, flags;
    unsigned long page_offset;
    struct inode *inode;
};

/* Shared anonymous memory is a file without a name. */
static int mmap_anonymous(struct mmap_request *r)
{
    int type = r->flags & MAP_TYPE;

    r->page_offset = 0;
    if (type == MAP_PRIVATE)
        return 0;
    if (type != MAP_SHARED || r->flags & MAP_GROWSDOWN)
        return -EINVAL;
    r->inode = ramfs_alloc_unnamed(S_IFREG | S_IRWXU, &this_proc()->cred);
    return r->inode ? inode_truncate(r->inode, r->len) : -ENOMEM;
}

/* What FILE allows to be mapped: mmap(2), EACCES and ENODEV. */
static int mmap_file(struct mmap_request *r, struct file *file)
{
    bool is_shared = (r->flags & MAP_TYPE) != MAP_PRIVATE;

    if ((r->flags & MAP_TYPE) == 0 ||
        (r->flags & MAP_TYPE) > MAP_SHARED_VALIDATE)
        return -EINVAL;
    if (is_shared && r->prot & PROT_WRITE && !file_is_writable(file))
        return -EACCES;
    if (!file_is_readable(file))
        return -EACCES;
    if (is_shared && !file_is_writable(file))
        r->flags |= MAPPING_READ_ONLY;
    if (devfs_is_zero(file->inode))
        return mmap_anonymous(r);
    if (!inode_backing(file->inode))
        return -ENODEV;
    if (r->flags & MAP_GROWSDOWN)
        return -EINVAL;
    if (is_shared)
        r->flags = (r->flags & ~MAP_TYPE) | MAP_SHARED;
    r->inode = inode_get(file->inode);
    inode_touch(r->inode, INODE_ATIME);
    return 0;
}

static int mmap_prepare(struct mmap_request *r, int fd)
{
    bool is_anonymous = r->flags & MAP_ANONYMOUS;
    struct file *file =
        is_anonymous ? NULL : fd_lookup(this_proc()->files, fd);

    if (!is_anonymous && (!file || file->flags & O_PATH))
        return -EBADF;
    if (r->len == 0)
        return -EINVAL;
    if (ROUND_UP(r->len, PAGE_SIZE) == 0)
        return -ENOMEM;
    if (r->page_offset + (r->len - 1) / PAGE_SIZE < r->page_offset)
        return -EOVERFLOW;
    if (!is_anonymous && (r->flags & MAP_TYPE) == MAP_SHARED_VALIDATE &&
        r->flags & ~MAP_ALWAYS_KNOWN)
        return -EOPNOTSUPP;
    r->flags &= MAPPING_USER_FLAGS;
    return is_anonymous ? mmap_anonymous(r) : mmap_file(r, file);
}

long sys_mmap2(uaddr_t addr, size_t len, int prot, int flags, int fd,
               unsigned long page_offset)
{
    struct space *space = this_proc()->space;
    struct mmap_request r = { len, prot, flags, page_offset, NULL };
    int error = mmap_prepare(&r, fd);

    if (error == 0 && (space->locks_future || flags & MAP_LOCKED))
        error = lock_permit(ROUND_UP(len, PAGE_SIZE), -EAGAIN);
    if (error < 0) {
        inode_put(r.inode);
        return error;
    }
    error = space_map(space, addr, len, prot, r.flags,
                      r.inode ? inode_backing(r.inode) : NULL, r.page_offset,
                      &addr);
    inode_put(r.inode); /* the mapping has its own reference now */
    if (error < 0)
        return error;
    /* As many pages as can be had: nobody hears of the others. */
    if (space->locks_future || flags & MAP_LOCKED ||
        (flags & (MAP_POPULATE | MAP_NONBLOCK)) == MAP_POPULATE)
        (void)space_populate(space, addr, addr + ROUND_UP(len, PAGE_SIZE),
                             prot & PROT_WRITE && !r.inode);
    return (long)addr;
}

long sys_mremap(uaddr_t addr, size_t old_len, size_t new_len, int flags,
                uaddr_t to)
{
    int error = space_remap(this_proc()->space, addr, old_len, new_len, flags,
                            to, &addr);

    return error < 0 ? error : (long)addr;
}

/* memfd_create(2): the name is only for people, and as long as a file's. */
#define MEMFD_NAME_BYTES (NAME_MAX - sizeof("memfd:") + 2)

long sys_memfd_create(uaddr_t name, unsigned int flags)
{
    char text[MEMFD_NAME_BYTES];
    int error = user_read_string(text, name, sizeof(text));

    if (flags & ~(MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_NOEXEC_SEAL | MFD_EXEC) ||
        (flags & (MFD_NOEXEC_SEAL | MFD_EXEC)) == (MFD_NOEXEC_SEAL | MFD_EXEC) ||
        error == -ENAMETOOLONG)
        return -EINVAL;
    if (error < 0)
        return error;
    struct inode *inode = ramfs_alloc_unnamed(
        S_IFREG | S_IRWXU | S_IRWXG | S_IRWXO, &this_proc()->cred);
    struct file *file;
    error = inode ? inode_open(inode, O_RDWR | O_LARGEFILE, &file) : -ENOMEM;
    inode_put(inode);
    if (error < 0)
        return error;
    return fd_install(this_proc()->files, file, 0,
                      flags & MFD_CLOEXEC ? O_CLOEXEC : 0);
}
