/* SPDX-License-Identifier: MIT */
/*
 * The file /proc/[pid]/fail-nth: what is left of the count that was written there.
 *
 * Called by fs/procfs.c in process context. A child starts without a count.
 */
#include <tine/errno.h>

#include "debug/failnth.h"
#include "fs/procfs.h"
#include "proc/proc.h"

static unsigned int *fail_of_running(void)
{
    struct proc *p = this_proc();

    return p ? &p->fail_nth : NULL;
}

static int fail_show(pid_t pid, struct textbuf *text)
{
    const struct proc *p = proc_find(pid);

    if (!p)
        return -ESRCH;
    textbuf_printf(text, "%u\n", p->fail_nth);
    return 0;
}

static int fail_store(pid_t pid, const char *text)
{
    struct proc *p = proc_find(pid);
    unsigned int count = 0;

    if (!p)
        return -ESRCH;
    for (; *text >= '0' && *text <= '9'; text++)
        count = count * 10 + (unsigned int)(*text - '0');
    if (*text != '\0' && *text != '\n')
        return -EINVAL;
    p->fail_nth = count;
    return 0;
}

void fail_init(void)
{
    fail_set_counter(fail_of_running);
    procfs_register_pid_control("fail-nth", 0644, fail_show, fail_store);
}
