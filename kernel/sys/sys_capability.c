/* SPDX-License-Identifier: MIT */
/*
 * capget(2) and capset(2): root's rights in pieces, as capabilities(7) has them.
 *
 * Each piece is a bit of three sets in struct cred; programs see them as words of
 * 32 bits, in one or two structures.
 * Called by sys/dispatch.c in process context.
 * Read next: fs/cred.c, which says how the sets follow the user ids.
 */
#include <asm/capability.h>

#include "sys/handler.h"

#define CAP_WORDS 2 /* of the current version */
#define CAP_WORD_BITS 32

/* Reads the header at ADDR. Returns: how many words its version has for each set.
 * Errors: -EINVAL a version that is not known is answered with ours; -EFAULT. */
static long cap_header_get(struct cap_header *header, uaddr_t addr)
{
    if (user_get(*header, addr) < 0)
        return -EFAULT;
    if (header->version == CAP_VERSION_1)
        return 1;
    if (header->version == CAP_VERSION_2 || header->version == CAP_VERSION_3)
        return CAP_WORDS;
    header->version = CAP_VERSION_3;
    return user_put(addr, *header) < 0 ? -EFAULT : -EINVAL;
}

long sys_capget(uaddr_t header_addr, uaddr_t addr)
{
    struct cap_header header;
    uint32_t words[CAP_WORDS][CAP_SETS];
    long count = cap_header_get(&header, header_addr);

    if (addr == 0) /* it only asks for our version */
        return count == -EFAULT ? -EFAULT : 0;
    if (count < 0)
        return count;
    if (header.pid < 0)
        return -EINVAL;
    const struct proc *p = proc_named(header.pid);
    if (!p)
        return -ESRCH;
    for (unsigned int i = 0; i < CAP_WORDS * CAP_SETS; i++)
        words[i / CAP_SETS][i % CAP_SETS] = (uint32_t)(
            p->cred.caps[i % CAP_SETS] >> i / CAP_SETS * CAP_WORD_BITS);
    return user_write(addr, words, (size_t)count * sizeof(words[0]));
}

/* What was given up does not come back. */
static bool cap_may_change(const struct cred *now, const struct cred *cred)
{
    uint64_t more = cred->inheritable & ~now->inheritable;
    return cred_covers(now, cred) && !(cred->effective & ~cred->permitted) &&
           !(more & ~now->bounding) &&
           (!(more & ~now->permitted) || cred_can(now, CAP_SETPCAP));
}

long sys_capset(uaddr_t header_addr, uaddr_t addr)
{
    struct cap_header header;
    uint32_t words[CAP_WORDS][CAP_SETS] = { 0 };
    struct cred *now = &this_proc()->cred, cred = *now;
    long count = cap_header_get(&header, header_addr);

    if (count < 0)
        return count;
    if (header.pid != 0 && header.pid != this_proc()->pid)
        return -EPERM;
    if (user_read(words, addr, (size_t)count * sizeof(words[0])) < 0)
        return -EFAULT;
    for (unsigned int i = 0; i < CAP_SETS; i++)
        cred.caps[i] = ((uint64_t)words[1][i] << CAP_WORD_BITS | words[0][i]) &
                       CAP_ALL;
    if (!cap_may_change(now, &cred))
        return -EPERM;
    cred.ambient &= cred.permitted & cred.inheritable;
    *now = cred;
    return 0;
}
