/* SPDX-License-Identifier: MIT */
/*
 * How a sample looks: the summary lines, the header, and a line for each
 * process.
 *
 * On a screen every line clears its own end and the last one all that is
 * below, so that nothing flickers; in batch mode the lines are printed plain.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "top.h"

#define LINE_BYTES 512
#define SUMMARY_LINES 6 /* with the empty line and the header */
#define PAGE_KIB 4
#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

#define CLEAR_LINE "\033[K"
#define CLEAR_BELOW "\033[J"
#define CURSOR_HOME "\033[H"
#define REVERSE "\033[7m"
#define NORMAL "\033[m"

static void line_draw(const struct view *v, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Prints one line, cut to the width of the view. */
static void line_draw(const struct view *v, const char *format, ...)
{
    char line[LINE_BYTES];
    va_list args;

    va_start(args, format);
    vsnprintf(line, sizeof(line), format, args);
    va_end(args);
    printf("%.*s%s\n", v->columns, line, v->screen ? CLEAR_LINE : "");
}

/* "46 min", "1:02" or "2 days, 1:02". */
static void uptime_text(char *out, size_t size, unsigned long seconds)
{
    unsigned long days = seconds / DAY, hours = seconds % DAY / HOUR;
    unsigned long minutes = seconds % HOUR / MINUTE;
    int used = 0;

    if (days)
        used = snprintf(out, size, "%lu day%s, ", days, days > 1 ? "s" : "");
    if (hours)
        snprintf(out + used, size - used, "%2lu:%02lu", hours, minutes);
    else
        snprintf(out + used, size - used, "%lu min", minutes);
}

static int state_count(const struct sample *s, const char *state)
{
    int i, count = 0;

    for (i = 0; i < s->count; i++)
        count += strcmp(s->list[i].state, state) == 0;
    return count;
}

static void summary_draw(const struct sample *s, const struct view *v)
{
    unsigned long cache = s->memory.buffers + s->memory.cached;
    char load[64], up[64], now_text[16] = "";
    time_t now = time(NULL);
    struct tm *when = localtime(&now);

    if (when)
        strftime(now_text, sizeof(now_text), "%H:%M:%S", when);
    proc_load(load, sizeof(load));
    uptime_text(up, sizeof(up), (unsigned long)(s->uptime / HZ));
    line_draw(v, "top - %s up %s, load average: %s", now_text, up, load);
    line_draw(v,
              "Tasks: %3d total, %3d running, %3d ready, %3d blocked, "
              "%3d stopped, %3d zombie",
              s->count, state_count(s, "RUNNING"), state_count(s, "READY"),
              state_count(s, "BLOCKED"), state_count(s, "STOPPED"),
              state_count(s, "ZOMBIE"));
    line_draw(v, "%%Cpu(s): %3lu.%lu us, %3lu.%lu sy, %3lu.%lu id",
              s->user / 10, s->user % 10, s->system / 10, s->system % 10,
              s->idle / 10, s->idle % 10);
    line_draw(v, "KiB Mem : %8lu total, %8lu free, %8lu used, %8lu buff/cache",
              s->memory.total, s->memory.free,
              s->memory.total - s->memory.free - cache, cache);
    line_draw(v, "%s", "");
}

/* A size in KiB, in MiB or GiB when it would be too wide. */
static void size_text(char *out, size_t size, unsigned long long kib)
{
    const char *unit = "";

    if (kib > 9999999) {
        kib /= 1024;
        unit = "m";
    }
    if (kib > 9999999) {
        kib /= 1024;
        unit = "g";
    }
    snprintf(out, size, "%llu%s", kib, unit);
}

static void row_draw(const struct row *r, const struct sample *s,
                     const struct view *v)
{
    const struct procinfo *p = r->p;
    unsigned long long ticks = p->utime + p->stime, share = 0;
    char user[32], resident[16], used[24], priority[8];

    proc_user_name(user, sizeof(user), p->uid);
    size_text(resident, sizeof(resident), p->rss_pages * PAGE_KIB);
    snprintf(used, sizeof(used), "%llu:%02llu.%02llu", ticks / HZ / MINUTE,
             ticks / HZ % MINUTE, ticks % HZ);
    if (p->priority < -99)
        strcpy(priority, "rt");
    else
        snprintf(priority, sizeof(priority), "%ld", p->priority % 1000);
    if (s->memory.total)
        share = p->rss_pages * PAGE_KIB * 1000ULL / s->memory.total;
    line_draw(v, "%5d %-8.8s %-3s %3s %3ld %7s %-7s %3lu.%lu %2llu.%llu %9s %-8.8s %s",
              (int)p->pid, user, proc_class(p), priority, p->nice, resident,
              p->state, r->cpu / 10, r->cpu % 10, share / 10, share % 10, used,
              p->wchan, p->name);
}

void draw_sample(const struct sample *s, const struct view *v)
{
    char header[LINE_BYTES];
    int i, rows = s->count;

    if (v->screen)
        printf(CURSOR_HOME);
    summary_draw(s, v);
    snprintf(header, sizeof(header),
             "%5s %-8s %-3s %3s %3s %7s %-7s %5s %4s %9s %-8s %s", "PID", "USER",
             "CLS", "PR", "NI", "RES", "STATE", "%CPU", "%MEM", "TIME+", "WCHAN",
             "COMMAND");
    if (v->screen)
        printf(REVERSE "%-*.*s" NORMAL "\n", v->columns - 1, v->columns - 1,
               header);
    else
        line_draw(v, "%s", header);
    if (v->rows && rows > v->rows - SUMMARY_LINES - 1)
        rows = v->rows - SUMMARY_LINES - 1; /* the last line stays empty */
    for (i = 0; i < rows; i++)
        row_draw(&s->rows[i], s, v);
    if (v->screen)
        printf(CLEAR_BELOW);
    fflush(stdout);
}

void draw_help(void)
{
    printf(CURSOR_HOME CLEAR_BELOW
           "top: processes, the busiest first\n\n"
           "  P M N T   sort by CPU, memory, process id, time\n"
           "  k         send a signal to a process\n"
           "  d         set the delay between two samples\n"
           "  space     take a sample now\n"
           "  h         this page\n"
           "  q         leave\n\n"
           "STATE is what the process is doing: RUNNING has the CPU, READY\n"
           "would like it, BLOCKED waits for something, STOPPED was stopped\n"
           "by a signal, ZOMBIE has ended and waits for its parent.\n"
           "CLS is its policy, TS, or real time FF or RR; WCHAN is what a\n"
           "BLOCKED one waits for.\n\n"
           "Press any key to go on: ");
    fflush(stdout);
}
