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
    struct old_sigaction words = { 0 };
    struct ksigaction before;

    if (act && user_get(words, act) < 0)
        return -EFAULT;
    const struct ksigaction change = { words.handler, words.flags, words.restorer,
                                       words.mask };
    int error = sigaction_change(sig, act ? &change : NULL, &before);
    if (error < 0)
        return error;
    words = (struct old_sigaction){ before.handler, (unsigned long)before.mask,
                                    before.flags, before.restorer };
    return old ? user_put(old, words) : 0;
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
