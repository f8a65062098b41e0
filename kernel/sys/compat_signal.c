/* SPDX-License-Identifier: MIT */
/*
 * The old signal calls: masks of one word, sigaction with its fields in another
 * order, and signal(2).  Each is turned into the present form.
 *
 * Called by sys/dispatch.c in process context.
 */
#include "proc/signal.h"
#include "sys/handler.h"

long sys_sigaction(int sig, uaddr_t act, uaddr_t old)
{
    struct old_sigaction in;
    struct ksigaction new_action, old_action;

    if (act) {
        if (user_get(in, act) < 0)
            return -EFAULT;
        new_action = (struct ksigaction){
            .handler = in.handler,
            .flags = in.flags,
            .restorer = in.restorer,
            .mask = in.mask,
        };
    }
    int error = sigaction_change(sig, act ? &new_action : NULL, &old_action);
    if (error < 0)
        return error;
    const struct old_sigaction out = {
        .handler = old_action.handler,
        .mask = (unsigned long)old_action.mask,
        .flags = old_action.flags,
        .restorer = old_action.restorer,
    };
    return old ? user_put(old, out) : 0;
}

/* System V's semantics: the handler is reset and the signal not blocked. */
long sys_signal(int sig, uaddr_t handler)
{
    const struct ksigaction act = {
        .handler = handler,
        .flags = SA_RESETHAND | SA_NODEFER,
    };
    struct ksigaction old;
    int error = sigaction_change(sig, &act, &old);
    return error < 0 ? error : (long)old.handler;
}

long sys_ssetmask(unsigned long mask)
{
    long before = sys_sgetmask();
    signal_set_mask(mask);
    return before;
}
