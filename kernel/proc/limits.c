/* SPDX-License-Identifier: MIT */
/*
 * Resource limits: their defaults, who may change them, and those that act
 * here: processes, CPU time, the size of files.
 *
 * Called by sys/sys_limits.c, fork and exec in process context, and by the tick.
 * Invariant: a space and a descriptor table carry the limits of the process that
 * last set or executed something.
 * Read next: mm/mapping.c (mapping_is_within_limits), fs/filetable.c.
 */
#include "proc/limits.h"

#include <asm/limits.h>

#include "fs/file.h"
#include "fs/textbuf.h"
#include "mm/frame.h"
#include "mm/space.h"
#include "proc/signal.h"

#define NONE RLIM_INFINITY
#define MEMLOCK_BYTES (8u << 20)
#define MSGQUEUE_BYTES 819200u
#define NOFILE_MAX (1u << 20) /* /proc/sys/fs/nr_open of Linux */
#define FRAMES_PER_PROCESS 32u

/* Names and units as /proc/[pid]/limits has them, in the order of RLIMIT_*. */
static const struct limit_row {
    const char *name, *unit;
    struct rlimit initial;
} limit_rows[RLIM_NLIMITS] = {
    { "Max cpu time", "seconds", { NONE, NONE } },
    { "Max file size", "bytes", { NONE, NONE } },
    { "Max data size", "bytes", { NONE, NONE } },
    { "Max stack size", "bytes", { STACK_LIMIT_BYTES, NONE } },
    { "Max core file size", "bytes", { 0, NONE } },
    { "Max resident set", "bytes", { NONE, NONE } },
    { "Max processes", "processes", { 0, 0 } }, /* by memory: limits_init */
    { "Max open files", "files", { OPEN_MAX, OPEN_MAX } },
    { "Max locked memory", "bytes", { MEMLOCK_BYTES, MEMLOCK_BYTES } },
    { "Max address space", "bytes", { NONE, NONE } },
    { "Max file locks", "locks", { NONE, NONE } },
    { "Max pending signals", "signals", { 0, 0 } },
    { "Max msgqueue size", "bytes", { MSGQUEUE_BYTES, MSGQUEUE_BYTES } },
    { "Max nice priority", "", { 0, 0 } },
    { "Max realtime priority", "", { 0, 0 } },
    { "Max realtime timeout", "us", { NONE, NONE } },
};

void limits_init(struct proc *init)
{
    unsigned long by_memory = frame_count_total() / FRAMES_PER_PROCESS;
    for (int i = 0; i < RLIM_NLIMITS; i++)
        init->limits[i] = limit_rows[i].initial;
    init->limits[RLIMIT_NPROC] = (struct rlimit){ by_memory, by_memory };
    init->limits[RLIMIT_SIGPENDING] = init->limits[RLIMIT_NPROC];
    file_limit_hook = limits_cut_write;
}

bool limits_may_access(const struct proc *p)
{
    const struct cred *own = &this_proc()->cred;
    return p == this_proc() || cred_can(own, CAP_SYS_RESOURCE) ||
           cred_is_all(&p->cred, own->uid, own->gid);
}

void limits_apply_space(const struct proc *p, struct space *space)
{
    space->limits = (struct space_limits){
        .mapped_bytes = limits_soft(p, RLIMIT_AS),
        .data_bytes = limits_soft(p, RLIMIT_DATA),
        .stack_bytes = limits_soft(p, RLIMIT_STACK),
    };
}

int limits_set(struct proc *p, int resource, const struct rlimit *limit)
{
    if (resource < 0 || resource >= RLIM_NLIMITS ||
        limit->rlim_cur > limit->rlim_max)
        return -EINVAL;
    if (resource == RLIMIT_NOFILE && limit->rlim_max > NOFILE_MAX)
        return -EPERM;
    if (limit->rlim_max > p->limits[resource].rlim_max &&
        !cred_can(&this_proc()->cred, CAP_SYS_RESOURCE))
        return -EPERM;
    p->limits[resource] = *limit;
    if (p->space)
        limits_apply_space(p, p->space);
    if (p->files)
        p->files->limit = MIN(limits_soft(p, RLIMIT_NOFILE), OPEN_MAX);
    return 0;
}

bool limits_may_fork(const struct proc *p)
{
    unsigned long count = 0;
    if (p->cred.uid == 0 || cred_can(&p->cred, CAP_SYS_RESOURCE) ||
        cred_can(&p->cred, CAP_SYS_ADMIN))
        return true;
    for (struct proc *q = proc_next(NULL); q; q = proc_next(q))
        count += q->cred.uid == p->cred.uid;
    return count < limits_soft(p, RLIMIT_NPROC);
}

void limits_tick(struct proc *p)
{
    struct rlimit *limit = &p->limits[RLIMIT_CPU];
    if (limit->rlim_cur == NONE)
        return;
    uint64_t seconds = p->spent_ns[PROC_RUNNING] / NS_PER_SECOND;
    if (seconds >= limit->rlim_max) {
        signal_post(p, SIGKILL, NULL);
    } else if (seconds >= limit->rlim_cur) {
        signal_post(p, SIGXCPU, NULL);
        limit->rlim_cur = (unsigned long)seconds + 1; /* again in a second */
    }
}

int limits_cut_write(loff_t offset, size_t *len)
{
    unsigned long limit = limits_soft(this_proc(), RLIMIT_FSIZE);
    if (limit == NONE)
        return 0;
    if (offset >= (loff_t)limit) {
        signal_raise(SIGXFSZ);
        return -EFBIG;
    }
    *len = (size_t)MIN((loff_t)*len, (loff_t)limit - offset);
    return 0;
}

static void limits_show_number(struct textbuf *text, unsigned long limit)
{
    if (limit == NONE)
        textbuf_printf(text, "%-20s ", "unlimited");
    else
        textbuf_printf(text, "%-20lu ", limit);
}

void limits_show(const struct proc *p, struct textbuf *text)
{
    textbuf_printf(text, "%-25s %-20s %-20s %-10s\n", "Limit", "Soft Limit",
                   "Hard Limit", "Units");
    for (int i = 0; i < RLIM_NLIMITS; i++) {
        const char *unit = limit_rows[i].unit;
        textbuf_printf(text, "%-25s ", limit_rows[i].name);
        limits_show_number(text, p->limits[i].rlim_cur);
        limits_show_number(text, p->limits[i].rlim_max);
        textbuf_printf(text, *unit ? "%-10s\n" : "\n", unit);
    }
}
