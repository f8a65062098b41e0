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
#include <tine/errno.h>

#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"

#define CAP_WORDS 2 /* of the current version */
#define CAP_WORD_BITS 32

/* What the header asks for. A version that is not known is answered with ours. */
struct cap_request {
    unsigned int words;
    const struct proc *proc;
};

static long cap_request_get(struct cap_request *request, uaddr_t addr)
{
    struct cap_header header;

    if (user_get(header, addr) < 0)
        return -EFAULT;
    if (header.version == CAP_VERSION_1) {
        request->words = 1;
    } else if (header.version == CAP_VERSION_2 ||
               header.version == CAP_VERSION_3) {
        request->words = CAP_WORDS;
    } else {
        request->words = 0;
        header.version = CAP_VERSION_3;
        return user_put(addr, header) < 0 ? -EFAULT : -EINVAL;
    }
    if (header.pid < 0)
        return -EINVAL;
    request->proc = header.pid == 0 ? this_proc() : proc_find(header.pid);
    return request->proc ? 0 : -ESRCH;
}

long sys_capget(uaddr_t header, uaddr_t addr)
{
    struct cap_request request;
    uint32_t words[CAP_WORDS][CAP_SETS];
    long error = cap_request_get(&request, header);

    if (addr == 0 && error == -EINVAL && request.words == 0)
        return 0; /* it only asks for our version */
    if (addr == 0 || error < 0)
        return error;
    for (unsigned int i = 0; i < CAP_WORDS * CAP_SETS; i++)
        words[i / CAP_SETS][i % CAP_SETS] = (uint32_t)(
            request.proc->cred.caps[i % CAP_SETS] >> i / CAP_SETS * CAP_WORD_BITS);
    return user_write(addr, words, request.words * sizeof(words[0]));
}

long sys_capset(uaddr_t header, uaddr_t addr)
{
    struct cap_request request;
    uint32_t words[CAP_WORDS][CAP_SETS] = { 0 };
    struct cred *now = &this_proc()->cred, cred = *now;
    long error = cap_request_get(&request, header);

    if (error < 0)
        return error == -ESRCH ? -EPERM : error;
    if (request.proc != this_proc())
        return -EPERM;
    if (user_read(words, addr, request.words * sizeof(words[0])) < 0)
        return -EFAULT;
    for (unsigned int i = 0; i < CAP_SETS; i++)
        cred.caps[i] = ((uint64_t)words[1][i] << CAP_WORD_BITS | words[0][i]) &
                       CAP_ALL;
    if ((cred.permitted & ~now->permitted) || (cred.effective & ~cred.permitted))
        return -EPERM; /* what was given up does not come back */
    if ((cred.inheritable & ~(now->inheritable | now->permitted)) &&
        !cred_can(now, CAP_SETPCAP))
        return -EPERM;
    *now = cred;
    return 0;
}
