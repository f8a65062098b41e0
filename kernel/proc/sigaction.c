/* SPDX-License-Identifier: MIT */
/*
 * Signal actions as an object of their own: 64 entries, counted, because clone
 * can make two processes share them.
 *
 * Called by fork, exec and exit in process context.
 */
#include "lib/refs.h"
#include "lib/string.h"
#include "mm/kmalloc.h"
#include "proc/signal.h"

KIND_DEFINE(sigactions_kind, "sigactions", struct sigactions);

struct sigactions *sigactions_alloc(void)
{
    struct sigactions *actions = kind_alloc(&sigactions_kind);
    if (actions)
        actions->refs = 1;
    return actions;
}

struct sigactions *sigactions_copy(const struct sigactions *from)
{
    struct sigactions *actions = sigactions_alloc();
    if (actions)
        memcpy(actions->action, from->action, sizeof(from->action));
    return actions;
}

void sigactions_put(struct sigactions *actions)
{
    if (REFS_PUT(actions))
        kind_free(actions);
}

void sigactions_reset_handlers(struct sigactions *actions)
{
    for (unsigned int i = 0; i < ARRAY_LEN(actions->action); i++) {
        bool is_ignored = actions->action[i].handler == SIG_IGN_ADDR;
        actions->action[i] = (struct ksigaction){
            .handler = is_ignored ? SIG_IGN_ADDR : SIG_DFL_ADDR,
        };
    }
}
