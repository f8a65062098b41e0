/* SPDX-License-Identifier: MIT */
/*
 * Events in words; see debug/trace_text.h.
 *
 * Called by debug/trace_reader.c for each row and by a panic for the newest
 * events, so in any context.  Owns nothing.  Names come from the same tables as
 * those that ps and kill -l print.
 * Read next: debug/trace_reader.c.
 */
#include "debug/trace_text.h"

#include <asm/signal.h>
#include <asm/wait.h>

#include "lib/printf.h"
#include "lib/string.h"

static const char *const event_names[TRACE_KINDS] = {
#define TRACE(kind, category, name) [TRACE_##kind] = name,
#include "debug/trace.def"
#undef TRACE
};

const char *trace_state_name(int state)
{
    static const char *const names[] = {
#define STATE(name, letter, meaning) #name,
#include <tine/states.def>
#undef STATE
    };

    return state >= 0 && (size_t)state < ARRAY_LEN(names) ? names[state] : "?";
}

/* ---- The columns ------------------------------------------------------------- */

#define SET(field, ...) snprintf((field), sizeof(field), __VA_ARGS__)

static void describe_signal(char *text, size_t size, int sig)
{
    static const char *const names[] = {
#define SIGNAL(number, name, action, text) [number] = "SIG" #name,
#include <tine/signals.def>
#undef SIGNAL
    };

    if (sig >= SIGRTMIN_KERNEL)
        snprintf(text, size, "SIGRTMIN+%d", sig - SIGRTMIN_KERNEL);
    else
        snprintf(text, size, "%s",
                 sig > 0 && sig < (int)ARRAY_LEN(names) ? names[sig] : "?");
}

/* What a status of wait(2) means. */
static void describe_status(struct trace_columns *columns, int status)
{
    char sig[16];

    SET(columns->to, "%d", status);
    if (WIFEXITED(status)) {
        SET(columns->cause, "exit %d", WEXITSTATUS(status));
    } else if (WIFCONTINUED(status)) {
        SET(columns->cause, "continued");
    } else if (WIFSTOPPED(status)) {
        describe_signal(sig, sizeof(sig), WSTOPSIG(status));
        SET(columns->cause, "stopped by %s", sig);
    } else {
        describe_signal(sig, sizeof(sig), WTERMSIG(status));
        SET(columns->cause, "%s%s", sig,
            WCOREDUMP(status) ? " (core dumped)" : "");
    }
}

void trace_describe(unsigned int n, struct trace_columns *columns)
{
    const struct trace_record *record = trace_at(n);
    const struct trace_record *more = trace_at(n + 1);

    *columns = (struct trace_columns){ .event = event_names[record->kind] };
    if (record->kind != TRACE_FORK && record->kind != TRACE_EXIT)
        SET(columns->cause, "%s", record->cause ? record->cause : "");
    switch ((enum trace_kind)record->kind) {
    case TRACE_STATE:
        SET(columns->from, "%s", trace_state_name(record->a));
        SET(columns->to, "%s", trace_state_name(record->b));
        break;
    case TRACE_FORK:
        SET(columns->to, "%d", record->a);
        SET(columns->cause, "%s", more->name);
        break;
    case TRACE_EXEC:
        SET(columns->from, "%d", record->a);
        SET(columns->to, "%s", record->b ? more->name : "");
        break;
    case TRACE_EXIT:
        describe_status(columns, record->a);
        break;
    case TRACE_WAIT:
        SET(columns->from, "%d", record->a);
        describe_status(columns, record->b);
        break;
    case TRACE_SIGNAL:
        SET(columns->from, "%d", record->b);
        describe_signal(columns->to, sizeof(columns->to), record->a);
        break;
    case TRACE_DELIVER:
        describe_signal(columns->to, sizeof(columns->to), record->a);
        break;
    case TRACE_MORE:
        break;
    }
}

/* ---- The row ------------------------------------------------------------------- */

struct row {
    char *text;
    size_t len; /* at most TRACE_ROW_BYTES - 1 */
};

static void row_put(struct row *row, char byte)
{
    if (row->len < TRACE_ROW_BYTES - 1)
        row->text[row->len++] = byte;
}

static bool row_is_plain(char byte)
{
    return byte >= ' ' && byte <= '~' && byte != '\\';
}

/* No row is so long that it is cut: names have 16 bytes, four letters each. */
static void row_put_field(struct row *row, const char *field)
{
    bool is_quoted = strchr(field, ',') || strchr(field, '"');
    char octal[8];

    row_put(row, ',');
    if (is_quoted)
        row_put(row, '"');
    for (; *field; field++) {
        snprintf(octal, sizeof(octal), row_is_plain(*field) ? "%c" : "\\%03o",
                 (unsigned char)*field);
        for (const char *byte = octal; *byte; byte++)
            row_put(row, *byte);
        if (*field == '"')
            row_put(row, '"');
    }
    if (is_quoted)
        row_put(row, '"');
}

size_t trace_row(char text[TRACE_ROW_BYTES], uint64_t time_ns, pid_t pid,
                 const struct trace_columns *columns)
{
    struct row row = { .text = text };

    row.len = (size_t)snprintf(text, TRACE_ROW_BYTES, "%llu,%d", time_ns, pid);
    row_put_field(&row, columns->event);
    row_put_field(&row, columns->from);
    row_put_field(&row, columns->to);
    row_put_field(&row, columns->cause);
    text[row.len++] = '\n';
    return row.len;
}
