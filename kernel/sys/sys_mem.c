/* SPDX-License-Identifier: MIT */
/*
 * System calls about memory: the break and mappings.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: mm/space.c.
 */
#include <asm/mman.h>
#include <tine/errno.h>

#include "fs/file.h"
#include "fs/inode.h"
#include "fs/ramfs.h"
#include "mm/space.h"
#include "proc/proc.h"
#include "sys/sys.h"

#define PROT_ALL (PROT_READ | PROT_WRITE | PROT_EXEC)

long sys_brk(uaddr_t end)
{
    return (long)space_brk(this_proc()->space, end);
}

/* What the descriptor FD allows to be mapped: mmap(2), EACCES and ENODEV. */
static int mmap_file(int fd, int prot, int flags, struct backing **backing)
{
    struct file *file = fd_lookup(this_proc()->files, fd);
    if (!file)
        return -EBADF;
    if (!file_is_readable(file))
        return -EACCES;
    if ((flags & MAP_TYPE) == MAP_SHARED && (prot & PROT_WRITE) &&
        !file_is_writable(file))
        return -EACCES;
    *backing = inode_backing(file->inode);
    return *backing ? 0 : -ENODEV;
}

long sys_mmap2(uaddr_t addr, size_t len, int prot, int flags, int fd,
               unsigned long page_offset)
{
    struct backing *backing = NULL;
    struct inode *shared = NULL;
    int type = flags & MAP_TYPE;

    if (type != MAP_SHARED && type != MAP_PRIVATE)
        return -EINVAL;
    if (len == 0)
        return -EINVAL;
    if (ROUND_UP(len, PAGE_SIZE) == 0)
        return -ENOMEM;
    if (!(flags & MAP_ANONYMOUS)) {
        int error = mmap_file(fd, prot, flags, &backing);
        if (error < 0)
            return error;
        if (page_offset + (len - 1) / PAGE_SIZE < page_offset)
            return -EOVERFLOW;
    } else if (type == MAP_SHARED) {
        shared = ramfs_alloc_unnamed(len);
        if (!shared)
            return -ENOMEM;
        backing = inode_backing(shared);
        page_offset = 0;
    }
    uaddr_t where;
    int error = space_map(this_proc()->space, addr, len, prot & PROT_ALL, flags,
                          backing, page_offset, &where);
    inode_put(shared); /* the mapping has its own reference now */
    return error < 0 ? error : (long)where;
}

long sys_munmap(uaddr_t addr, size_t len)
{
    return space_unmap(this_proc()->space, addr, len);
}

long sys_mprotect(uaddr_t addr, size_t len, int prot)
{
    if (prot & ~PROT_ALL)
        return -EINVAL;
    return space_protect(this_proc()->space, addr, len, prot);
}
