/* SPDX-License-Identifier: MIT */
/*
 * A sample of all processes, and who used the CPU since the sample before.
 *
 * The kernel only counts: each process has a number of ticks that it has run.
 * A share of the CPU is the difference of two such counts divided by the
 * ticks that passed between them.  A process is the same in both samples when
 * id and start time are, for ids are used again.
 */
#include <stdlib.h>
#include <string.h>

#include "top.h"

#define THOUSAND 1000 /* tenths of a percent in one */

/* Process P in sample S, or NULL if it was not there. */
static const struct procinfo *sample_find(const struct sample *s,
                                          const struct procinfo *p)
{
    int low = 0, high = s ? s->count : 0;

    while (low < high) {
        int middle = (low + high) / 2;

        if (s->list[middle].pid < p->pid)
            low = middle + 1;
        else
            high = middle;
    }
    if (s && low < s->count && s->list[low].pid == p->pid &&
        s->list[low].start == p->start)
        return &s->list[low];
    return NULL;
}

/* The share of the CPU that P has used since BEFORE, of the time in which there
 * was a CPU: what the host stole of a virtual machine's time is nobody's. */
static unsigned long cpu_share(const struct sample *now,
                               const struct sample *before,
                               const struct procinfo *p)
{
    const struct procinfo *old = sample_find(before, p);
    unsigned long long used = p->utime + p->stime, elapsed;

    if (before)
        elapsed = now->uptime - before->uptime -
                  (now->cpu.steal - before->cpu.steal);
    else
        elapsed = now->uptime > p->start ? now->uptime - p->start : 0;
    if (old)
        used -= old->utime + old->stime;
    return elapsed ? (unsigned long)(used * THOUSAND / elapsed) : 0;
}

static unsigned long share_of(unsigned long long part, unsigned long long all)
{
    return all ? (unsigned long)(part * THOUSAND / all) : 0;
}

static void machine_shares(struct sample *now, const struct sample *before)
{
    struct cputimes d = now->cpu;
    unsigned long long all;

    if (before) {
        d.user -= before->cpu.user;
        d.nice -= before->cpu.nice;
        d.system -= before->cpu.system;
        d.idle -= before->cpu.idle;
        d.other -= before->cpu.other;
    }
    all = d.user + d.nice + d.system + d.idle + d.other;
    now->user = share_of(d.user + d.nice, all);
    now->system = share_of(d.system + d.other, all);
    now->idle = share_of(d.idle, all);
}

bool sample_take(struct sample *now, const struct sample *before)
{
    int i;

    memset(now, 0, sizeof(*now));
    if (!proc_cpu(&now->cpu))
        return false;
    proc_memory(&now->memory);
    now->list = proc_list(&now->count);
    now->uptime = proc_uptime() * HZ / 100;
    now->rows = malloc((now->count + 1) * sizeof(*now->rows));
    if (now->rows == NULL)
        return false;
    for (i = 0; i < now->count; i++) {
        now->rows[i].p = &now->list[i];
        now->rows[i].cpu = cpu_share(now, before, &now->list[i]);
    }
    machine_shares(now, before);
    return true;
}

void sample_free(struct sample *s)
{
    proc_list_free(s->list, s->count);
    free(s->rows);
    memset(s, 0, sizeof(*s));
}

/* The larger first; what is equal in the order of ids. */
static int order(unsigned long long a, unsigned long long b,
                 const struct row *x, const struct row *y)
{
    if (a != b)
        return a < b ? 1 : -1;
    return (int)x->p->pid - (int)y->p->pid;
}

static int order_cpu(const void *a, const void *b)
{
    const struct row *x = a, *y = b;

    return order(x->cpu, y->cpu, x, y);
}

static int order_memory(const void *a, const void *b)
{
    const struct row *x = a, *y = b;

    return order(x->p->rss_pages, y->p->rss_pages, x, y);
}

static int order_pid(const void *a, const void *b)
{
    const struct row *x = a, *y = b;

    return order((unsigned long)x->p->pid, (unsigned long)y->p->pid, x, y);
}

static int order_time(const void *a, const void *b)
{
    const struct row *x = a, *y = b;

    return order(x->p->utime + x->p->stime, y->p->utime + y->p->stime, x, y);
}

void sample_sort(struct sample *s, enum sort_key key)
{
    qsort(s->rows, s->count, sizeof(*s->rows),
          key == SORT_MEMORY ? order_memory
          : key == SORT_PID  ? order_pid
          : key == SORT_TIME ? order_time
                             : order_cpu);
}
