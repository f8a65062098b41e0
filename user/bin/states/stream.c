/* SPDX-License-Identifier: MIT */
/*
 * The trace as rows of comma-separated values, RFC 4180: /proc/trace or a file.
 *
 * At the end of what there is a later read may bring more, so a row that has only
 * begun is kept.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "states.h"

#define BUFFER_BYTES 4096

static int stream = -1;
static char buffer[BUFFER_BYTES];
static size_t filled;

bool stream_open(const char *path)
{
    stream = open(path, O_RDONLY | O_CLOEXEC);
    return stream >= 0;
}

/* The length of the first row in the buffer, with its end; 0: there is none. */
static size_t row_length(void)
{
    bool is_quoted = false;

    for (size_t i = 0; i < filled; i++) {
        is_quoted ^= buffer[i] == '"';
        if (buffer[i] == '\n' && !is_quoted)
            return i + 1;
    }
    return 0;
}

/* Has a whole row at the beginning of the buffer. Returns: its length, or 0. */
static size_t row_get(void)
{
    size_t length;
    ssize_t n;

    while ((length = row_length()) == 0) {
        if (filled == sizeof(buffer))
            filled = 0; /* no row is so long: it is none */
        n = read(stream, buffer + filled, sizeof(buffer) - filled);
        if (n <= 0)
            return 0;
        filled += (size_t)n;
    }
    return length;
}

/* Takes the LENGTH bytes at ROW apart; what is too long is cut. */
static void row_split(const char *row, size_t length, struct event *event)
{
    bool is_quoted = false;
    size_t used = 0;
    int field = 0;

    memset(event, 0, sizeof(*event));
    for (size_t i = 0; i < length && row[i] != '\n'; i++) {
        if (row[i] == '"' && !(is_quoted && row[i + 1] == '"')) {
            is_quoted = !is_quoted;
            continue;
        }
        i += row[i] == '"'; /* two of them are one */
        if (row[i] == ',' && !is_quoted) {
            used = 0;
            if (++field == FIELDS)
                return;
        } else if (used < CAUSE_BYTES - 1) {
            event->fields[field][used++] = row[i];
        }
    }
}

bool stream_read(struct event *event)
{
    size_t length = row_get();

    if (length == 0)
        return false;
    row_split(buffer, length, event);
    filled -= length;
    memmove(buffer, buffer + length, filled);
    return true;
}
