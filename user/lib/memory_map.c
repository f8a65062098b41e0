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
