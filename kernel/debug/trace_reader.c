/* SPDX-License-Identifier: MIT */
/*
 * The trace as a stream of rows; see debug/trace_reader.h.
 *
 * Called by debug/trace_file.c for each who has /proc/trace open, and by
 * debug/trace_com2.c, with interrupts off.  Owns nothing: a reader has all that is
 * his in his struct.
 * Invariant: a row is made of the ring and the process table in one go, and says
 * what was so before the reader's next event.
 * Read next: debug/trace_moment.c, debug/trace_file.c.
 */
#include "debug/trace_reader.h"

#include "lib/printf.h"
#include "lib/string.h"
#include "proc/proc.h"
#include "time/clock.h"

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
    reader->moments.count = reader->moments.shown = 0;
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

/* The next process of the snapshot that was there; or NULL. */
static const struct trace_moment *reader_next_moment(struct trace_reader *reader)
{
    struct trace_moments *moments = &reader->moments;

    while (moments->shown < moments->count ||
           trace_moments_take(moments, reader->snapshot_pid, reader->next)) {
        const struct trace_moment *moment = &moments->of[moments->shown++];
        reader->snapshot_pid = moment->pid;
        if (moment->is_there)
            return moment;
    }
    return NULL;
}

static bool reader_put_process(struct trace_reader *reader)
{
    struct trace_columns columns = { .event = "process" };
    const struct trace_moment *moment = reader_next_moment(reader);

    if (!moment) {
        reader->part = TRACE_PART_EVENTS;
        return false;
    }
    snprintf(columns.from, sizeof(columns.from), "%d", moment->parent);
    strlcpy(columns.to, trace_state_name(moment->state), sizeof(columns.to));
    strlcpy(columns.cause, moment->name, sizeof(columns.cause));
    return reader_put(reader, moment->pid, &columns);
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
