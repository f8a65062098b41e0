/* SPDX-License-Identifier: MIT */
/*
 * Asking the kernel for memory: the break and mappings.
 *
 * The break is the end of the data segment; brk(2) tells where it is by
 * returning it, whether or not it could be moved.  mmap2 counts a file's
 * offset in pages so that it fits a register.
 * Read next: malloc.c, kernel/mm/space.c.
 */
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <unistd.h>
#include "sys.h"

static unsigned long current_break;

int brk(void *end)
{
    current_break = (unsigned long)sys_brk((uaddr_t)end);
    if (current_break >= (unsigned long)end)
        return 0;
    errno = ENOMEM;
    return -1;
}

void *sbrk(intptr_t increment)
{
    unsigned long old;

    if (current_break == 0)
        current_break = (unsigned long)sys_brk(0);
    old = current_break;
    if (increment == 0)
        return (void *)old;
    if ((increment > 0 && old + (unsigned long)increment < old) ||
        sys_brk(old + (unsigned long)increment) !=
            (long)(old + (unsigned long)increment)) {
        errno = ENOMEM;
        return (void *)-1;
    }
    current_break = old + (unsigned long)increment;
    return (void *)old;
}

void *mmap(void *addr, size_t len, int prot, int flags, int fd, off_t offset)
{
    if (offset < 0 || offset % PAGE_SIZE != 0) {
        errno = EINVAL;
        return MAP_FAILED;
    }
    return (void *)syscall_result(
        sys_mmap2((uaddr_t)addr, len, prot, flags, fd,
                  (unsigned long)(offset / PAGE_SIZE)));
}

int munmap(void *addr, size_t len)
{
    return (int)syscall_result(sys_munmap((uaddr_t)addr, len));
}

int mprotect(void *addr, size_t len, int prot)
{
    return (int)syscall_result(sys_mprotect((uaddr_t)addr, len, prot));
}

/* The new address is only there with MREMAP_FIXED (or MREMAP_DONTUNMAP). */
void *mremap(void *addr, size_t old_len, size_t new_len, int flags, ...)
{
    void *to = NULL;
    va_list ap;

    if (flags & (MREMAP_FIXED | MREMAP_DONTUNMAP)) {
        va_start(ap, flags);
        to = va_arg(ap, void *);
        va_end(ap);
    }
    return (void *)syscall_result(
        sys_mremap((uaddr_t)addr, old_len, new_len, flags, (uaddr_t)to));
}

int madvise(void *addr, size_t len, int advice)
{
    return (int)syscall_result(sys_madvise((uaddr_t)addr, len, advice));
}

/* It returns the error, and may not throw contents away. */
int posix_madvise(void *addr, size_t len, int advice)
{
    if (advice == POSIX_MADV_DONTNEED)
        return 0;
    return (int)-sys_madvise((uaddr_t)addr, len, advice);
}

int msync(void *addr, size_t len, int flags)
{
    return (int)syscall_result(sys_msync((uaddr_t)addr, len, flags));
}

int mincore(void *addr, size_t len, unsigned char *vec)
{
    return (int)syscall_result(sys_mincore((uaddr_t)addr, len, vec));
}

int mlock(const void *addr, size_t len)
{
    return (int)syscall_result(sys_mlock((uaddr_t)addr, len));
}

int mlock2(const void *addr, size_t len, unsigned int flags)
{
    return (int)syscall_result(sys_mlock2((uaddr_t)addr, len, (int)flags));
}

int munlock(const void *addr, size_t len)
{
    return (int)syscall_result(sys_munlock((uaddr_t)addr, len));
}

int mlockall(int flags)
{
    return (int)syscall_result(sys_mlockall(flags));
}

int munlockall(void)
{
    return (int)syscall_result(sys_munlockall());
}

int memfd_create(const char *name, unsigned int flags)
{
    return (int)syscall_result(sys_memfd_create(name, flags));
}
