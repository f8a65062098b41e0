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
#include "proc/proc.h"
#include "x86/fault.h"
#include "x86/trapframe.h"

#define SIGRTMIN_USER 34 /* what a program calls SIGRTMIN: signal(7) */
#define RECORD_ARGUMENTS 4u

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

    if (sig >= SIGRTMIN_USER)
        snprintf(text, size, "SIGRTMIN+%d", sig - SIGRTMIN_USER);
    else if (sig >= SIGRTMIN_KERNEL)
        snprintf(text, size, "SIG%d", sig);
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

/* The size of the whole, then its parts; what is none of them only counts. */
static void describe_memory(struct trace_columns *columns, const uint32_t *kib)
{
    uint32_t sum = 0;

    for (enum trace_memory part = 0; part <= TRACE_MEMORY_REST; part++)
        sum += kib[part];
    SET(columns->to, "%u", sum);
    SET(columns->cause, "code %u data %u heap %u stack %u",
        kib[TRACE_MEMORY_CODE], kib[TRACE_MEMORY_DATA], kib[TRACE_MEMORY_HEAP],
        kib[TRACE_MEMORY_STACK]);
}

static void describe_call(struct trace_columns *columns,
                          const struct trace_record *record,
                          const struct trace_record *more)
{
    unsigned int count = trace_call_arguments(record->words[0]);
    size_t len = 0;

    trace_call_name(record->words[0], columns->to, sizeof(columns->to));
    for (unsigned int i = 0; i < count; i++)
        len += (size_t)snprintf(columns->cause + len,
                                sizeof(columns->cause) - len, "%s%x",
                                i > 0 ? " " : "",
                                i < RECORD_ARGUMENTS
                                    ? record->words[i + 1]
                                    : more->words[i - RECORD_ARGUMENTS]);
}

static void describe_trap(struct trace_columns *columns,
                          const struct trace_record *record)
{
    uint32_t trap = record->words[1];

    SET(columns->from, "%x", record->words[0]);
    if (trap == TRAP_SYSCALL)
        SET(columns->to, "system call");
    else if (trap == TRAP_IRQ_FIRST)
        SET(columns->to, "timer interrupt");
    else if (trap > TRAP_IRQ_FIRST)
        SET(columns->to, "interrupt %u", trap - TRAP_IRQ_FIRST);
    else
        SET(columns->to, "%s", exceptions[trap].name);
    SET(columns->cause, "%x", record->words[2]);
}

/* Where PID, which left the CPU in record N, has its context: what
 * is loaded for it the next time, or will be. 0 for one that never comes back. */
static uint32_t saved_stack(unsigned int n, pid_t pid)
{
    while (++n != trace_ring.count) {
        const struct trace_record *record = trace_at(n);
        if (record->kind == TRACE_SWITCH && record->words[1] == (uint32_t)pid)
            return record->words[2];
    }
    const struct proc *p = pid ? proc_find(pid) : this_cpu()->idle;
    return p ? (uint32_t)(uintptr_t)p->context : 0;
}

/* The rows whose numbers are few. */
static void describe_numbers(struct trace_columns *columns,
                             const struct trace_record *record)
{
    switch ((enum trace_kind)record->kind) {
    case TRACE_STATE:
        SET(columns->from, "%s", trace_state_name(record->a));
        SET(columns->to, "%s", trace_state_name(record->b));
        break;
    case TRACE_EXIT:
        describe_status(columns, record->a);
        break;
    case TRACE_WAIT:
        SET(columns->from, "%d", record->a);
        describe_status(columns, record->b);
        break;
    case TRACE_PARENT:
        SET(columns->from, "%d", record->a);
        SET(columns->to, "%d", record->b);
        break;
    case TRACE_SIGNAL:
        SET(columns->from, "%d", record->b);
        describe_signal(columns->to, sizeof(columns->to), record->a);
        break;
    case TRACE_DELIVER:
        describe_signal(columns->to, sizeof(columns->to), record->a);
        break;
    case TRACE_RETURN:
        trace_call_name(record->words[0], columns->from, sizeof(columns->from));
        SET(columns->to, "%d", record->b);
        break;
    case TRACE_RESUME:
        SET(columns->to, "%x", record->words[0]);
        break;
    default:
        break;
    }
}

void trace_describe(unsigned int n, struct trace_columns *columns)
{
    const struct trace_record *record = trace_at(n);
    const struct trace_record *more = trace_at(n + 1);

    *columns = (struct trace_columns){ .event = event_names[record->kind] };
    if (trace_has_cause(record->kind) && record->cause)
        SET(columns->cause, "%s", record->cause);
    switch ((enum trace_kind)record->kind) {
    case TRACE_FORK:
        SET(columns->to, "%d", record->a);
        SET(columns->cause, "%s", more->name);
        break;
    case TRACE_EXEC:
        SET(columns->from, "%d", record->a);
        SET(columns->to, "%s", record->b ? more->name : "");
        break;
    case TRACE_MEMORY:
        describe_memory(columns, record->words);
        break;
    case TRACE_CALL:
        describe_call(columns, record, more);
        break;
    case TRACE_TRAP:
        describe_trap(columns, record);
        break;
    case TRACE_SWITCH:
        SET(columns->from, "%u", record->words[0]);
        SET(columns->to, "%u", record->words[1]);
        SET(columns->cause, "%x %x", saved_stack(n, record->a), record->words[2]);
        break;
    default:
        describe_numbers(columns, record);
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
