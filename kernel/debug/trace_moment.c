/* SPDX-License-Identifier: MIT */
/*
 * What was so at an earlier moment.
 *
 * SUBTLE(trace-moment): a reader is behind, so that the process table says what will
 * be.  But the first event after the moment says what was before it: from which state a
 * process went, what its name was, and that it was not there yet.  The ring is walked
 * for many processes at once, for it may be long and they may be many.
 * Called by debug/trace_reader.c with interrupts off.  Owns nothing.
 */
#include "debug/trace_moment.h"

#include "lib/string.h"
#include "proc/proc.h"
#include "x86/cpu.h"

/* Where PID stands, or would stand. */
static unsigned int moments_place(const struct trace_moments *moments, pid_t pid)
{
    unsigned int low = 0, high = moments->count;

    while (low < high) {
        unsigned int middle = (low + high) / 2;
        if (moments->of[middle].pid < pid)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct trace_moment *moments_find(struct trace_moments *moments, pid_t pid)
{
    unsigned int place = moments_place(moments, pid);
    bool is_found = place < moments->count && moments->of[place].pid == pid;

    return is_found ? &moments->of[place] : NULL;
}

/* Takes PID in; where there is no room the largest has to go. */
static void moments_add(struct trace_moments *moments, pid_t pid)
{
    unsigned int place = moments_place(moments, pid);

    if (place == TRACE_MOMENTS || moments_find(moments, pid))
        return;
    if (moments->count < TRACE_MOMENTS)
        moments->count++;
    struct trace_moment *moment = &moments->of[place];
    memmove(moment + 1, moment, (moments->count - 1 - place) * sizeof(*moment));
    *moment = (struct trace_moment){ .pid = pid, .parent = -1, .state = -1 };
}

/* Those that are there now, and those of which an event from record N on tells. */
static void moments_gather(struct trace_moments *moments, pid_t above, unsigned int n)
{
    moments->count = moments->shown = 0;
    if (above < 0)
        moments_add(moments, this_cpu()->idle->pid);
    for (const struct proc *p = proc_find_from(MAX(above, 0) + 1);
         p && moments->count < TRACE_MOMENTS; p = proc_find_from(p->pid + 1))
        moments_add(moments, p->pid);
    for (; n != trace_ring.count; n++) {
        const struct trace_record *record = trace_at(n);
        if (record->kind == TRACE_STATE && record->pid > above)
            moments_add(moments, record->pid);
    }
}

/* Record N is an event of MOMENT's process. */
static void moment_learn(struct trace_moment *moment, unsigned int n)
{
    const struct trace_record *record = trace_at(n);

    moment->is_there = true;
    if (moment->state < 0 && record->kind == TRACE_STATE)
        moment->state = record->a;
    if (moment->parent < 0 && record->kind == TRACE_PARENT)
        moment->parent = record->a;
    if (moment->parent < 0 && record->kind == TRACE_EXIT)
        moment->parent = record->b;
    if (!*moment->name && trace_has_name(record->kind))
        strlcpy(moment->name, trace_at(n + 1)->name, sizeof(moment->name));
}

/* What no event says is still as it was. */
static void moment_complete(struct trace_moment *moment)
{
    const struct proc *p = moment->pid ? proc_find(moment->pid) : this_cpu()->idle;

    if (!p || moment->is_over)
        return;
    moment->is_there = true;
    if (moment->state < 0)
        moment->state = (int)p->state;
    if (moment->parent < 0)
        moment->parent = p->parent ? p->parent->pid : 0;
    if (!*moment->name)
        strlcpy(moment->name, p->comm, sizeof(moment->name));
}

bool trace_moments_take(struct trace_moments *moments, pid_t above, unsigned int n)
{
    moments_gather(moments, above, n);
    for (; n != trace_ring.count; n++) {
        const struct trace_record *record = trace_at(n);
        if (record->kind == TRACE_MORE)
            continue;
        struct trace_moment *moment = moments_find(moments, record->pid);
        if (moment && !moment->is_over)
            moment_learn(moment, n);
        if (record->kind == TRACE_FORK && (moment = moments_find(moments, record->a)))
            moment->is_over = true;
    }
    for (unsigned int i = 0; i < moments->count; i++)
        moment_complete(&moments->of[i]);
    return moments->count > 0;
}
