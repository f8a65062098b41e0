/* SPDX-License-Identifier: MIT */
/*
 * /proc/meminfo, uptime, loadavg, stat, version, filesystems and mounts read
 * as programs expect them (proc(5)).
 */
#include "tap.h"

static char text[65536];

/* The number after LABEL at the start of a line of TEXT; -1: none. */
static long number(const char *label)
{
    char line[64];
    const char *at;

    if (strncmp(text, label, strlen(label)) == 0)
        return strtol(text + strlen(label), NULL, 10);
    snprintf(line, sizeof line, "\n%s", label);
    at = strstr(text, line);
    return at == NULL ? -1 : strtol(at + strlen(line), NULL, 10);
}

static bool load(const char *path)
{
    return file_read(path, text, sizeof text) > 0;
}

int main(void)
{
    unsigned long up, idle, all, last, cpu[4];
    unsigned int hundredth;

    plan(14);
    ok(load("/proc/meminfo"), "meminfo");
    ok(number("MemTotal:") > 1000 && number("MemFree:") > 0 &&
       number("MemFree:") < number("MemTotal:"), "MemTotal and MemFree");
    ok(number("Buffers:") >= 0 && number("Cached:") >= 0 &&
       number("SwapTotal:") >= 0, "Buffers, Cached, SwapTotal");
    ok(load("/proc/uptime"), "uptime");
    is(sscanf(text, "%lu.%2u %lu.", &up, &hundredth, &idle), 3,
       "seconds with two places, and the idle time");
    ok(load("/proc/loadavg"), "loadavg");
    is(sscanf(text, "%lu.%2u %lu.", &up, &hundredth, &idle), 3, "loads");
    ok(sscanf(strrchr(text, '/'), "/%lu %lu", &all,
              &last) == 2 && all >= 2 && last >= 2,
       "processes and the last pid");
    ok(load("/proc/stat"), "stat");
    is(sscanf(text, "cpu %lu %lu %lu %lu", &cpu[0], &cpu[1], &cpu[2],
              &cpu[3]), 4, "the line cpu");
    ok(number("ctxt ") > 0 && number("btime ") > 0 &&
       number("processes ") > 0 && number("procs_running ") > 0,
       "ctxt, btime, processes, procs_running");
    is(access("/proc/version", F_OK), 0, "version");
    ok(load("/proc/filesystems") && strstr(text, "proc\n") != NULL,
       "filesystems");
    ok(load("/proc/mounts") && strstr(text, " /proc proc ") != NULL,
       "mounts");
    return done();
}
