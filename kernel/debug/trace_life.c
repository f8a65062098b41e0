/* SPDX-License-Identifier: MIT */
/*
 * Events of a process's life that say more than two numbers: fork, exec and exit,
 * with the name that it has then, and how much memory it has.
 *
 * Called by fork.c, exec.c and exit.c through debug/trace.h.  Owns nothing.
 * Read next: debug/trace_signal.c.
 */
#include "debug/trace_ring.h"
#include "lib/string.h"
#include "mm/mapping.h"
#include "proc/exec.h"
#include "proc/proc.h"

#define BYTES_PER_KIB 1024u

static void record_named(enum trace_kind kind, const struct proc *p, int a, int b,
                         const char *cause)
{
    trace_record(kind, p->pid, a, b, cause);
    strlcpy(trace_put_more()->name, p->comm, TRACE_NAME_BYTES);
}

static enum trace_memory memory_kind(const struct mapping *m)
{
    if (m->flags & MAP_GROWSDOWN)
        return TRACE_MEMORY_STACK;
    if (m->prot & PROT_EXEC)
        return TRACE_MEMORY_CODE;
    return m->prot & PROT_WRITE ? TRACE_MEMORY_DATA : TRACE_MEMORY_REST;
}

/* How much of M is heap: data and heap may have become one mapping. */
static size_t memory_heap_bytes(const struct space *space, const struct mapping *m)
{
    uaddr_t start = MAX(m->start, ROUND_UP(space->brk_start, PAGE_SIZE));
    uaddr_t end = MIN(m->end, ROUND_UP(space->brk, PAGE_SIZE));

    return start < end ? end - start : 0;
}

/* What its address space consists of: what it may touch, touched or not. */
static void record_memory(const struct proc *p)
{
    struct trace_record *record = trace_put(TRACE_MEMORY, p->pid);

    memset(record->words, 0, sizeof(record->words));
    LIST_FOR_EACH(m, &p->space->mappings, struct mapping, link) {
        size_t heap_bytes = memory_heap_bytes(p->space, m);
        record->words[TRACE_MEMORY_HEAP] += heap_bytes / BYTES_PER_KIB;
        record->words[memory_kind(m)] +=
            (m->end - m->start - heap_bytes) / BYTES_PER_KIB;
    }
}

void trace_record_fork(const struct proc *parent, const struct proc *child)
{
    record_named(TRACE_FORK, parent, child->pid, 0, NULL);
    if (child->parent != parent)
        trace_record(TRACE_PARENT, child->pid, parent->pid, child->parent->pid,
                     "sibling");
    record_memory(child);
}

void trace_record_exec(const struct proc *p, int step, const char *what)
{
    record_named(TRACE_EXEC, p, step, step == EXEC_START, what);
    if (step == EXEC_START)
        record_memory(p);
}

void trace_record_exit(const struct proc *p)
{
    record_named(TRACE_EXIT, p, p->exit_status, p->parent ? p->parent->pid : 0,
                 NULL);
}
