/* SPDX-License-Identifier: MIT */
/*
 * Copies between the kernel and the running program: the only file that
 * touches user memory.
 *
 * Called by sys/, proc/ and the files' read and write, in the context of the
 * program whose memory it is.  The bounds are checked here, once; the bytes are
 * moved by three loops of the machine (x86/usercopy.S) that may fault.  A
 * fault brings the page (pagefault.c) and goes on, or ends the loop early.
 * Invariant: no address at or above USER_END is ever handed to such a loop.
 * Read next: x86/usercopy.S.
 */
#include "mm/usercopy.h"

#include <tine/errno.h>

#include "arch.h"
#include "mm/space.h"

static bool user_range_is_bad(uaddr_t addr, size_t len)
{
    return addr > USER_END || len > USER_END - addr;
}

int user_read(void *to, uaddr_t from, size_t len)
{
    if (user_range_is_bad(from, len))
        return -EFAULT;
    return copy_may_fault(to, (const void *)from, len) ? -EFAULT : 0;
}

int user_write(uaddr_t to, const void *from, size_t len)
{
    if (user_range_is_bad(to, len))
        return -EFAULT;
    return copy_may_fault((void *)to, from, len) ? -EFAULT : 0;
}

int user_clear(uaddr_t to, size_t len)
{
    if (user_range_is_bad(to, len))
        return -EFAULT;
    return clear_may_fault((void *)to, len) ? -EFAULT : 0;
}

int user_read_string(char *to, uaddr_t from, size_t size)
{
    size_t room = from < USER_END ? USER_END - from : 0;
    long len = copy_string_may_fault(to, (const char *)from, MIN(size, room));

    if (len < 0 || (len == (long)room && room < size))
        return -EFAULT;
    return len == (long)size ? -ENAMETOOLONG : (int)len;
}
