/* SPDX-License-Identifier: MIT */
/*
 * The trace as a stream of rows; see debug/trace_reader.h.
 *
 * Called by debug/trace_file.c for each who has /proc/trace open, and by
 * debug/trace_com2.c, with interrupts off.  Owns nothing: a reader has all that is
 * his in his struct.
 * Invariant: a row is made of the ring and the process table in one go, and says
 * what was so before the reader's next event.  SUBTLE(trace-moment).
 * Read next: debug/trace_file.c.
 */
#include "debug/trace_reader.h"

#include "lib/printf.h"
#include "lib/string.h"
#include "proc/proc.h"
#include "time/clock.h"

/* A process as it was before some event, as far as it can be known. */
struct moment {
    bool is_there;
    int state;
    pid_t parent;
    const char *name;
};

/* ---- What was so at an earlier moment ------------------------------------------ */

/* SUBTLE(trace-moment): a reader is behind, so that the process table says what will
 * be.  But the first event after the moment says what was before it: from which
 * state a process went, what its name was, and that it was not there yet. */
static struct moment moment_of(pid_t pid, unsigned int n)
{
    const struct proc *p = pid ? proc_find(pid) : this_cpu()->idle;
    struct moment moment = { .is_there = p, .state = -1, .parent = -1 };

    for (; n != trace_ring.count; n++) {
        const struct trace_record *record = trace_at(n);
        if (record->kind == TRACE_FORK && record->a == pid)
            return (struct moment){ .is_there = false };
        if (record->pid != pid || record->kind == TRACE_MORE)
            continue;
        moment.is_there = true;
        if (record->kind == TRACE_STATE && moment.state < 0)
            moment.state = record->a;
        if (moment.parent < 0 && record->kind == TRACE_PARENT)
            moment.parent = record->a;
        if (moment.parent < 0 && record->kind == TRACE_EXIT)
            moment.parent = record->b;
        if ((!moment.name || !*moment.name) && trace_has_name(record->kind))
            moment.name = trace_at(n + 1)->name;
    }
    if (p) {
        moment.state = moment.state < 0 ? (int)p->state : moment.state;
        if (moment.parent < 0)
            moment.parent = p->parent ? p->parent->pid : 0;
        moment.name = moment.name ? moment.name : p->comm;
    }
    return moment;
}

/* The smallest pid above PID that is there now, or of which an event from record N on
 * tells; or -1. */
static pid_t moment_next_pid(pid_t pid, unsigned int n)
{
    const struct proc *p = pid < 0 ? this_cpu()->idle : proc_find_from(pid + 1);
    pid_t next = p ? p->pid : PID_MAX;

    for (; n != trace_ring.count; n++) {
        const struct trace_record *record = trace_at(n);
        if (record->kind == TRACE_STATE && record->pid > pid)
            next = MIN(next, (pid_t)record->pid);
    }
    return next < PID_MAX ? next : -1;
}

/* Who had the CPU before record N. */
static pid_t moment_running(unsigned int n)
{
    for (; n != trace_ring.count; n++) {
        const struct trace_record *record = trace_at(n);
        if (record->kind == TRACE_STATE && record->a == PROC_RUNNING)
            return record->pid;
    }
    return this_proc()->pid;
}

/* ---- Rows -------------------------------------------------------------------------- */

static bool reader_put(struct trace_reader *reader, pid_t pid,
                       const struct trace_columns *columns)
{
    reader->len = trace_row(reader->row, reader->time_ns, pid, columns);
    reader->done = 0;
    return true;
}

static void reader_begin_snapshot(struct trace_reader *reader)
{
    reader->part = TRACE_PART_SNAPSHOT;
    reader->snapshot_pid = -1;
}

/* When the next event was; without one, it is now. A tick that comes a second late
 * would be no reason to go backwards. */
static uint64_t reader_time(const struct trace_reader *reader)
{
    uint64_t now = reader->next == trace_ring.count
                       ? clock_now_ns()
                       : trace_time_ns(trace_at(reader->next));
    return MAX(now, reader->time_ns);
}

/* What follows is told from its beginning: a snapshot, and the next whole second. */
static void reader_begin(struct trace_reader *reader)
{
    reader->time_ns = reader_time(reader);
    reader->heartbeat_ns = reader->time_ns - reader->time_ns % NS_PER_SECOND +
                           NS_PER_SECOND;
    reader_begin_snapshot(reader);
}

/* Those that were overwritten; the rest of the ring has time until it is full. */
static bool reader_put_lost(struct trace_reader *reader)
{
    struct trace_columns columns = { .event = "lost", .cause = "overflow" };

    if (trace_ring.count - reader->next <= trace_ring.mask + 1)
        return false;
    reader->next = trace_oldest();
    trace_reader_go_on(reader);
    unsigned int events = trace_events_before(reader->next);
    snprintf(columns.to, sizeof(columns.to), "%u", events - reader->events);
    reader->events = events;
    reader_begin(reader);
    return reader_put(reader, 0, &columns);
}

/* The next process of the snapshot. */
static bool reader_put_process(struct trace_reader *reader)
{
    struct trace_columns columns = { .event = "process" };
    pid_t pid = reader->snapshot_pid;

    while ((pid = moment_next_pid(pid, reader->next)) >= 0) {
        struct moment moment = moment_of(pid, reader->next);
        reader->snapshot_pid = pid;
        if (!moment.is_there)
            continue;
        snprintf(columns.from, sizeof(columns.from), "%d", moment.parent);
        strlcpy(columns.to, trace_state_name(moment.state), sizeof(columns.to));
        strlcpy(columns.cause, moment.name ? moment.name : "",
                sizeof(columns.cause));
        return reader_put(reader, pid, &columns);
    }
    reader->part = TRACE_PART_EVENTS;
    return false;
}

static bool reader_put_heartbeat(struct trace_reader *reader)
{
    struct trace_columns columns = { .event = "heartbeat" };
    uint64_t now = reader_time(reader);

    if (now < reader->heartbeat_ns)
        return false;
    reader->time_ns = now - now % NS_PER_SECOND;
    reader->heartbeat_ns = reader->time_ns + NS_PER_SECOND;
    snprintf(columns.from, sizeof(columns.from), "%d",
             moment_running(reader->next));
    snprintf(columns.to, sizeof(columns.to), "%u", reader->events);
    if (reader->is_broadcast)
        reader_begin_snapshot(reader);
    return reader_put(reader, 0, &columns);
}

static bool reader_put_event(struct trace_reader *reader)
{
    unsigned int n = reader->next;
    struct trace_columns columns;

    if (n == reader->end)
        return false;
    reader->time_ns = reader_time(reader);
    do
        reader->next++;
    while (reader->next != trace_ring.count &&
           trace_at(reader->next)->kind == TRACE_MORE);
    reader->events++;
    trace_describe(n, &columns);
    return reader_put(reader, trace_at(n)->pid, &columns);
}

static bool reader_put_header(struct trace_reader *reader)
{
    reader->len = strlcpy(reader->row, TRACE_HEADER, sizeof(reader->row));
    reader->done = 0;
    reader->part = TRACE_PART_SNAPSHOT;
    return true;
}

/* ---- The stream ---------------------------------------------------------------------- */

void trace_reader_init(struct trace_reader *reader, bool is_broadcast)
{
    *reader = (struct trace_reader){
        .next = trace_oldest(),
        .is_broadcast = is_broadcast,
    };
    reader->events = trace_events_before(reader->next);
    reader_begin(reader);
    reader->part = TRACE_PART_HEADER;
    trace_reader_go_on(reader);
}

void trace_reader_go_on(struct trace_reader *reader)
{
    reader->end = trace_ring.count;
}

size_t trace_reader_fill(struct trace_reader *reader)
{
    if (reader->done < reader->len)
        return reader->len - reader->done;
    bool is_made =
        (reader->part == TRACE_PART_HEADER && reader_put_header(reader)) ||
        reader_put_lost(reader) ||
        (reader->part == TRACE_PART_SNAPSHOT && reader_put_process(reader)) ||
        reader_put_heartbeat(reader) || reader_put_event(reader);
    return is_made ? reader->len : 0;
}
