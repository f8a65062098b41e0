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
    struct cap_data data[CAP_WORDS];
    long error = cap_request_get(&request, header);

    if (addr == 0 && error == -EINVAL && request.words == 0)
        return 0; /* it only asks for our version */
    if (addr == 0 || error < 0)
        return error;
    const struct cred *cred = &request.proc->cred;
    for (unsigned int i = 0; i < CAP_WORDS; i++) {
        data[i] = (struct cap_data){
            .effective = (uint32_t)(cred->effective >> CAP_WORD_BITS * i),
            .permitted = (uint32_t)(cred->permitted >> CAP_WORD_BITS * i),
            .inheritable = (uint32_t)(cred->inheritable >> CAP_WORD_BITS * i),
        };
    }
    return user_write(addr, data, request.words * sizeof(data[0]));
}

/* The set of which DATA has the words LOW and HIGH. */
static uint64_t cap_set_of(uint32_t low, uint32_t high)
{
    return ((uint64_t)high << CAP_WORD_BITS | low) & CAP_ALL;
}

long sys_capset(uaddr_t header, uaddr_t addr)
{
    struct cap_request request;
    struct cap_data data[CAP_WORDS] = { 0 };
    struct cred *cred = &this_proc()->cred;
    long error = cap_request_get(&request, header);

    if (error < 0)
        return error == -ESRCH ? -EPERM : error;
    if (request.proc != this_proc())
        return -EPERM;
    if (user_read(data, addr, request.words * sizeof(data[0])) < 0)
        return -EFAULT;
    uint64_t effective = cap_set_of(data[0].effective, data[1].effective);
    uint64_t permitted = cap_set_of(data[0].permitted, data[1].permitted);
    uint64_t inheritable = cap_set_of(data[0].inheritable, data[1].inheritable);
    if ((permitted & ~cred->permitted) || (effective & ~permitted))
        return -EPERM; /* what was given up does not come back */
    if ((inheritable & ~(cred->inheritable | cred->permitted)) &&
        !cred_can(cred, CAP_SETPCAP))
        return -EPERM;
    cred->effective = effective;
    cred->permitted = permitted;
    cred->inheritable = inheritable;
    return 0;
}
