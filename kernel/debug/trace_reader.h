/* SPDX-License-Identifier: MIT */
/*
 * Reading the trace: a stream of rows for one reader, who begins when he likes.
 *
 * The stream is the header, a snapshot (a row "process" for each, as it was at the
 * first event that follows), then the events; once a second a heartbeat, and a
 * snapshot again where others may begin to listen.  Where events were overwritten before they were read, a row
 * "lost" says how many.  Time never runs backwards in it.
 */
#pragma once

#include "arch.h"
#include "debug/trace_moment.h"
#include "debug/trace_text.h"

enum trace_part { TRACE_PART_HEADER, TRACE_PART_SNAPSHOT, TRACE_PART_EVENTS };

struct trace_reader {
    enum trace_part part;
    unsigned int next;      /* the record to be told next */
    unsigned int end;       /* the one that is not told before trace_reader_go_on */
    bool is_at_end;         /* whoever reads was told so */
    bool is_broadcast;      /* some may hear it from the middle on */
    unsigned int events;    /* told or lost before NEXT, of all that ever were */
    pid_t snapshot_pid;     /* the last one shown in the snapshot, */
    struct trace_moments moments; /* and the next ones */
    uint64_t time_ns;       /* of the last row */
    uint64_t heartbeat_ns;  /* when the next heartbeat is due */
    char row[TRACE_ROW_BYTES];
    size_t len, done;       /* of ROW, and how much of it was taken */
};

/* Begins with the oldest event that is still there. */
void trace_reader_init(struct trace_reader *reader, bool is_broadcast);
/* What has happened by now will be told; otherwise the stream would have no end, for
 * to read it makes events. */
void trace_reader_go_on(struct trace_reader *reader);
/* Makes the next row, if the present one was taken whole. Returns: the bytes of it
 * that are left, 0 at the end. */
size_t trace_reader_fill(struct trace_reader *reader);
