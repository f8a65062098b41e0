/* SPDX-License-Identifier: MIT */
/*
 * capget(2) and capset(2): root's rights in pieces, as capabilities(7) has them.
 *
 * Tine keeps no pieces: who is root by one of his ids has all of them, and they
 * have effect while his effective id is 0.  So nothing can be given away alone.
 * Called by sys/dispatch.c in process context.
 */
#include <asm/capability.h>
#include <tine/errno.h>

#include "lib/string.h"
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sys/sys.h"

#define CAP_WORDS 2 /* of the current version */

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

static void cap_of_proc(const struct proc *p, struct cap_data data[CAP_WORDS])
{
    const struct cred *cred = &p->cred;
    const uint32_t all[CAP_WORDS] = { CAP_ALL_LOW, CAP_ALL_HIGH };
    bool is_permitted = cred->uid == 0 || cred->euid == 0 || cred->suid == 0;

    for (unsigned int i = 0; i < CAP_WORDS; i++) {
        data[i] = (struct cap_data){
            .effective = cred_is_root(cred) ? all[i] : 0,
            .permitted = is_permitted ? all[i] : 0,
        };
    }
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
    cap_of_proc(request.proc, data);
    return user_write(addr, data, request.words * sizeof(data[0]));
}

long sys_capset(uaddr_t header, uaddr_t addr)
{
    struct cap_request request;
    struct cap_data now[CAP_WORDS], wanted[CAP_WORDS];
    long error = cap_request_get(&request, header);

    if (error < 0)
        return error == -ESRCH ? -EPERM : error;
    if (request.proc != this_proc())
        return -EPERM;
    cap_of_proc(request.proc, now);
    if (user_read(wanted, addr, request.words * sizeof(wanted[0])) < 0)
        return -EFAULT;
    return memcmp(wanted, now, request.words * sizeof(now[0])) ? -EPERM : 0;
}
