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

/* The ticks that P has run since BEFORE. */
static unsigned long long used_since(const struct sample *before,
                                     const struct procinfo *p)
{
    const struct procinfo *old = sample_find(before, p);

    return p->utime + p->stime - (old ? old->utime + old->stime : 0);
}

/*
 * The ticks since BEFORE in which there was a CPU: what the host stole of a
 * virtual machine's time is nobody's.  The uptime and each process are read at
 * moments of their own; but all of them together had no more than the whole.
 */
static unsigned long long elapsed_since(const struct sample *now,
                                        const struct sample *before)
{
    unsigned long long whole = now->uptime - before->uptime, used = 0;
    unsigned long long stolen = now->cpu.steal - before->cpu.steal;
    int i;

    for (i = 0; i < now->count; i++)
        used += used_since(before, &now->list[i]);
    whole = whole > stolen ? whole - stolen : 0;
    return whole > used ? whole : used;
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

static void process_shares(struct sample *now, const struct sample *before)
{
    unsigned long long elapsed = before ? elapsed_since(now, before) : 0;
    int i;

    for (i = 0; i < now->count; i++) {
        struct row *row = &now->rows[i];

        row->p = &now->list[i];
        row->cpu = before ? share_of(used_since(before, row->p), elapsed)
                          : proc_cpu_share(row->p, &now->cpu, now->uptime);
    }
}

bool sample_take(struct sample *now, const struct sample *before)
{
    memset(now, 0, sizeof(*now));
    if (!proc_cpu(&now->cpu))
        return false;
    proc_memory(&now->memory);
    now->list = proc_list(&now->count);
    now->uptime = proc_uptime() * HZ / 100;
    now->rows = malloc((now->count + 1) * sizeof(*now->rows));
    if (now->rows == NULL)
        return false;
    process_shares(now, before);
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
