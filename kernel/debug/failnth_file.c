/* SPDX-License-Identifier: MIT */
/*
 * The file /proc/[pid]/fail-nth: what is left of the count that was written there.
 *
 * Called by fs/procfs.c in process context. A child starts without a count.
 */
#include <tine/errno.h>

#include "debug/failnth.h"
#include "fs/procfs.h"
#include "lib/number.h"
#include "proc/proc.h"

static unsigned int *fail_of_running(void)
{
    struct proc *p = this_proc();

    return p ? &p->fail_nth : NULL;
}

static void fail_show(const struct proc *p, struct textbuf *text)
{
    textbuf_printf(text, "%u\n", p->fail_nth);
}

static int fail_store(struct proc *p, const char *text)
{
    unsigned long count;

    if (!number_parse(text, UINT32_MAX, &count))
        return -EINVAL;
    p->fail_nth = (unsigned int)count;
    return 0;
}

static struct procfs_entry fail_file = {
    "fail-nth", PROCFS_FILE | S_IWUSR, .show_proc = fail_show, .store = fail_store,
};

void fail_init(void)
{
    fail_set_counter(fail_of_running);
    procfs_register(&procfs_pid_dir, &fail_file, 1);
}
