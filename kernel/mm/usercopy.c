/* SPDX-License-Identifier: MIT */
/*
 * Copies between the kernel and the running program: the only file that
 * touches user memory.
 *
 * Called by sys/, proc/ and the files' read and write, in the context of the
 * program whose memory it is.  The bounds are checked here, once; the bytes are
 * moved by a loop of the machine (x86/usercopy.S) that may fault.  A
 * fault brings the page (pagefault.c) and goes on, or ends the loop early.
 * Invariant: no address at or above USER_END is ever handed to that loop.
 * Read next: x86/usercopy.S.
 */
#include "mm/usercopy.h"

#include "arch.h"
#include "lib/string.h"
#include "mm/space.h"

/* Strings come in pieces that cross no page: what lies behind the NUL may be nobody's. */
#define STRING_PIECE 64u

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
    static const char zeros[256];

    for (size_t piece; len > 0; len -= piece, to += piece) {
        piece = MIN(len, sizeof(zeros));
        if (user_write(to, zeros, piece) < 0)
            return -EFAULT;
    }
    return 0;
}

int user_read_string(char *to, uaddr_t from, size_t size)
{
    size_t done = 0;

    while (done < size) {
        uaddr_t at = from + done;
        size_t piece = MIN(size - done, STRING_PIECE - at % STRING_PIECE);
        if (user_read(to + done, at, piece) < 0)
            return -EFAULT;
        size_t len = strnlen(to + done, piece);
        done += len;
        if (len < piece)
            return (int)done;
    }
    return -ENAMETOOLONG;
}
