/* SPDX-License-Identifier: MIT */
/*
 * The columns of ps: for each its names, header, width, and the function that
 * says in a few characters what it has to say about a process.
 *
 * Called by main.c for every process and column; keeps nothing.  A new column
 * is one function and one row.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "ps.h"

#define PAGE_KIB 4
#define DAY_SECONDS (24 * 60 * 60)

struct machine machine;

static void cell_pid(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%d", (int)p->pid);
}

static void cell_ppid(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%d", (int)p->ppid);
}

static void cell_pgid(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%d", (int)p->pgid);
}

static void cell_sid(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%d", (int)p->sid);
}

static void cell_tpgid(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%d", (int)p->tty_pgid);
}

static void cell_uid(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%u", (unsigned)p->uid);
}

static void cell_user(char *out, size_t size, const struct procinfo *p)
{
    proc_user_name(out, size, p->uid);
}

static void cell_state(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%s", p->state);
}

static void cell_letter(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%c", p->letter);
}

static void cell_stat(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%c%s%s%s", p->letter,
             p->nice < 0   ? "<"
             : p->nice > 0 ? "N"
                           : "",
             p->sid == p->pid ? "s" : "",
             p->tty && p->tty_pgid == p->pgid ? "+" : "");
}

static void cell_tty(char *out, size_t size, const struct procinfo *p)
{
    proc_tty_name(out, size, p->tty);
}

static void clock_write(char *out, size_t size, unsigned long long seconds)
{
    unsigned long days = seconds / DAY_SECONDS;
    unsigned long rest = seconds % DAY_SECONDS;

    if (days)
        snprintf(out, size, "%lu-%02lu:%02lu:%02lu", days, rest / 3600,
                 rest / 60 % 60, rest % 60);
    else
        snprintf(out, size, "%02lu:%02lu:%02lu", rest / 3600, rest / 60 % 60,
                 rest % 60);
}

static void cell_time(char *out, size_t size, const struct procinfo *p)
{
    clock_write(out, size, (p->utime + p->stime) / HZ);
}

/* As BSD has it: minutes without end, and seconds. */
static void cell_bsdtime(char *out, size_t size, const struct procinfo *p)
{
    unsigned long long seconds = (p->utime + p->stime) / HZ;

    snprintf(out, size, "%llu:%02llu", seconds / 60, seconds % 60);
}

static unsigned long long age_ticks(const struct procinfo *p)
{
    return machine.uptime > p->start ? machine.uptime - p->start : 0;
}

static void cell_etime(char *out, size_t size, const struct procinfo *p)
{
    char text[32];

    clock_write(text, sizeof(text), age_ticks(p) / HZ);
    snprintf(out, size, "%s", strncmp(text, "00:", 3) ? text : text + 3);
}

static unsigned long cpu_share(const struct procinfo *p)
{
    return proc_cpu_share(p, &machine.cpu, machine.uptime);
}

static void cell_c(char *out, size_t size, const struct procinfo *p)
{
    unsigned long percent = cpu_share(p) / 10;

    snprintf(out, size, "%lu", percent > 99 ? 99 : percent);
}

static void cell_pcpu(char *out, size_t size, const struct procinfo *p)
{
    unsigned long share = cpu_share(p);

    snprintf(out, size, "%lu.%lu", share / 10, share % 10);
}

static void cell_pmem(char *out, size_t size, const struct procinfo *p)
{
    unsigned long long share = 0;

    if (machine.memory.total)
        share = p->rss_pages * PAGE_KIB * 1000ULL / machine.memory.total;
    snprintf(out, size, "%llu.%llu", share / 10, share % 10);
}

static time_t began_at(const struct procinfo *p)
{
    return (time_t)(machine.cpu.boot_time + p->start / HZ);
}

static void began_write(char *out, size_t size, const struct procinfo *p,
                        const char *format)
{
    time_t began = began_at(p);
    struct tm *when = localtime(&began);

    if (when == NULL || strftime(out, size, format, when) == 0)
        snprintf(out, size, "?");
}

/* The hour for what began today, else the day, of another year only that. */
static void cell_stime(char *out, size_t size, const struct procinfo *p)
{
    time_t began = began_at(p), now = time(NULL);
    struct tm then = *localtime(&began), today = *localtime(&now);

    began_write(out, size, p,
                then.tm_year != today.tm_year   ? "%Y"
                : then.tm_yday != today.tm_yday ? "%b%d"
                                                : "%H:%M");
}

static void cell_start(char *out, size_t size, const struct procinfo *p)
{
    bool is_recent = time(NULL) - began_at(p) < DAY_SECONDS;

    began_write(out, size, p, is_recent ? "%H:%M:%S" : "  %b %d");
}

static void cell_lstart(char *out, size_t size, const struct procinfo *p)
{
    began_write(out, size, p, "%a %b %e %H:%M:%S %Y");
}

static void cell_nlwp(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%ld", p->threads);
}

static void cell_flags(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%lx", p->flags >> 6 & 7); /* as in procps */
}

/* Three scales of procps: l shows the kernel's, -l that and 60; in the third,
 * more is better. */
static void cell_priority(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%ld", p->priority);
}

static void cell_opri(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%ld", p->priority + 60);
}

static void cell_pri(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%ld", 39 - p->priority);
}

static void cell_ni(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%ld", p->nice);
}

static void cell_class(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%s", proc_class(p));
}

static void cell_sched(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%d", p->policy);
}

static void cell_rtprio(char *out, size_t size, const struct procinfo *p)
{
    if (p->rt_priority)
        snprintf(out, size, "%ld", p->rt_priority);
    else
        snprintf(out, size, "-");
}

static void cell_addr(char *out, size_t size, const struct procinfo *p)
{
    (void)p;
    snprintf(out, size, "-");
}

static void cell_sz(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%llu", p->vsize_bytes / 1024 / PAGE_KIB);
}

/* procps has one header above these two. */
static void cell_addr_sz(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "- %5llu", p->vsize_bytes / 1024 / PAGE_KIB);
}

static void cell_vsz(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%llu", p->vsize_bytes / 1024);
}

static void cell_rss(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%lu", p->rss_pages * PAGE_KIB);
}

static void cell_wchan(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%s", p->wchan);
}

static void cell_nvcsw(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%lu", p->switches_own);
}

static void cell_nivcsw(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%lu", p->switches_forced);
}

static void cell_comm(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%s%s", p->name, p->letter == 'Z' ? " <defunct>" : "");
}

static void cell_args(char *out, size_t size, const struct procinfo *p)
{
    snprintf(out, size, "%s", p->args);
}

/* The names are those by which -o knows a column. */
/* clang-format off */
static const struct column columns[] = {
    {"pid", "PID", 5, cell_pid},          {"ppid", "PPID", 5, cell_ppid},
    {"pgid", "PGID", 5, cell_pgid},       {"pgrp", "PGRP", 5, cell_pgid},
    {"sid", "SID", 5, cell_sid},          {"sess", "SESS", 5, cell_sid},
    {"tpgid", "TPGID", 5, cell_tpgid},    {"uid", "UID", 5, cell_uid},
    {"user", "USER", -8, cell_user},      {"state", "STATE", -7, cell_state},
    {"s", "S", -1, cell_letter},          {"stat", "STAT", -4, cell_stat},
    {"tty", "TTY", -8, cell_tty},         {"tname", "TTY", -8, cell_tty},
    {"tt", "TT", -8, cell_tty},           {"time", "TIME", 8, cell_time},
    {"cputime", "TIME", 8, cell_time},    {"etime", "ELAPSED", 11, cell_etime},
    {"c", "C", 2, cell_c},                {"pcpu", "%CPU", 4, cell_pcpu},
    {"%cpu", "%CPU", 4, cell_pcpu},       {"pmem", "%MEM", 4, cell_pmem},
    {"%mem", "%MEM", 4, cell_pmem},       {"stime", "STIME", 5, cell_stime},
    {"start", "STARTED", 8, cell_start},  {"f", "F", 1, cell_flags},
    {"nlwp", "NLWP", 4, cell_nlwp},
    {"lstart", "STARTED", 24, cell_lstart},
    {"addr_sz", "ADDR SZ", 7, cell_addr_sz},
    {"start_time", "START", 5, cell_stime},
    {"bsdtime", "TIME", 6, cell_bsdtime}, {"priority", "PRI", 3, cell_priority},
    {"opri", "PRI", 3, cell_opri},        {"pri", "PRI", 3, cell_pri},
    {"ni", "NI", 3, cell_ni},             {"nice", "NI", 3, cell_ni},
    {"cls", "CLS", -3, cell_class},       {"class", "CLS", -3, cell_class},
    {"policy", "POL", -3, cell_class},    {"sched", "SCH", 3, cell_sched},
    {"rtprio", "RTPRIO", 6, cell_rtprio}, {"addr", "ADDR", 4, cell_addr},
    {"sz", "SZ", 5, cell_sz},
    {"vsz", "VSZ", 6, cell_vsz},          {"rss", "RSS", 5, cell_rss},
    {"wchan", "WCHAN", -10, cell_wchan},  {"nvcsw", "NVCSW", 6, cell_nvcsw},
    {"wch", "WCHAN", -6, cell_wchan}, /* narrow, as in -l */
    {"nivcsw", "NIVCSW", 6, cell_nivcsw}, {"comm", "COMMAND", -15, cell_comm},
    {"ucmd", "CMD", -15, cell_comm},      {"args", "COMMAND", -27, cell_args},
    {"cmd", "CMD", -27, cell_args},
    {"command", "COMMAND", -27, cell_args},
};
/* clang-format on */

const struct column *column_find(const char *name, size_t len)
{
    size_t i;

    for (i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
        if (strlen(columns[i].name) == len &&
            strncmp(columns[i].name, name, len) == 0)
            return &columns[i];
    }
    return NULL;
}
