/* SPDX-License-Identifier: MIT */
/*
 * Events in words: what stands in the columns of a row, and rows themselves.
 *
 * A row is a line of comma-separated values (RFC 4180), whatever the names in it
 * are made of: a field with a comma or a quote is quoted, and each byte that is no
 * printable ASCII, or is a backslash, is written in octal, as \012.
 */
#pragma once

#include "debug/trace_ring.h"

#define TRACE_HEADER "time_ns,pid,event,from,to,cause\n"
#define TRACE_ROW_BYTES 256u

struct trace_columns {
    const char *event;
    char from[32];
    char to[32];
    char cause[96];
};

/* Record N, an event, in words. */
void trace_describe(unsigned int n, struct trace_columns *columns);
/* The row of an event. Returns: its length. */
size_t trace_row(char row[TRACE_ROW_BYTES], uint64_t time_ns, pid_t pid,
                 const struct trace_columns *columns);

const char *trace_state_name(int state);
/* System call NUMBER (trace_call.c): its name, or its number in decimal; and how many
 * arguments it has. */
void trace_call_name(uint32_t number, char *text, size_t size);
unsigned int trace_call_arguments(uint32_t number);
