/* SPDX-License-Identifier: MIT */
/*
 * The built-in ulimit: shows and sets the limits of the shell, which its
 * children inherit (POSIX.1-2017, ulimit; getrlimit(2)).
 *
 * -H and -S mean the hard and the soft limit, both where one is set.  Sizes are
 * in blocks of 512 bytes or in KiB, as the table has it.
 */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "builtin.h"
#include "sh.h"

#define BLOCK 512
#define KIB   1024

static const struct limit {
    char letter;
    int resource;
    rlim_t unit;
    const char *title;
} limits[] = {
    {'t', RLIMIT_CPU, 1, "time(seconds)"},
    {'f', RLIMIT_FSIZE, BLOCK, "file(blocks)"},
    {'d', RLIMIT_DATA, KIB, "data(kbytes)"},
    {'s', RLIMIT_STACK, KIB, "stack(kbytes)"},
    {'c', RLIMIT_CORE, BLOCK, "coredump(blocks)"},
    {'m', RLIMIT_RSS, KIB, "memory(kbytes)"},
    {'l', RLIMIT_MEMLOCK, KIB, "locked memory(kbytes)"},
    {'p', RLIMIT_NPROC, 1, "process"},
    {'n', RLIMIT_NOFILE, 1, "nofiles"},
    {'v', RLIMIT_AS, KIB, "vmemory(kbytes)"},
    {'w', RLIMIT_LOCKS, 1, "locks"},
    {'e', RLIMIT_NICE, 1, "nice"},
    {'r', RLIMIT_RTPRIO, 1, "rtprio"},
    {'i', RLIMIT_SIGPENDING, 1, "signals"},
};

#define LIMITS (sizeof(limits) / sizeof(limits[0]))

static const struct limit *limit_find(int letter)
{
    for (size_t i = 0; i < LIMITS; i++) {
        if (limits[i].letter == letter)
            return &limits[i];
    }
    return NULL;
}

static int limit_error(const char *what, const char *which)
{
    sh_warn("ulimit: %s: %s", what, which);
    return STATUS_ERROR;
}

static void limit_print(const struct limit *which, bool is_hard)
{
    struct rlimit now;

    if (getrlimit(which->resource, &now) < 0)
        return;
    rlim_t value = is_hard ? now.rlim_max : now.rlim_cur;
    if (value == RLIM_INFINITY)
        puts("unlimited");
    else
        printf("%lu\n", (unsigned long)(value / which->unit));
}

static int limit_set(const struct limit *which, const char *text, bool is_hard,
                     bool is_soft)
{
    struct rlimit now;
    long number;

    if (getrlimit(which->resource, &now) < 0)
        return limit_error("no such limit", which->title);
    rlim_t value = RLIM_INFINITY;
    if (strcmp(text, "unlimited") != 0) {
        if (!number_parse(text, &number) ||
            (rlim_t)number >= RLIM_INFINITY / which->unit)
            return limit_error("bad number", text);
        value = (rlim_t)number * which->unit;
    }
    if (is_hard)
        now.rlim_max = value;
    if (is_soft)
        now.rlim_cur = value;
    if (setrlimit(which->resource, &now) < 0)
        return limit_error("cannot set", which->title);
    return 0;
}

int builtin_ulimit(int argc, char **argv)
{
    const struct limit *which = limit_find('f');
    bool is_hard = false, is_soft = false, is_all = false;
    int i;

    for (i = 1; i < argc && argv[i][0] == '-'; i++) {
        for (const char *letter = argv[i] + 1; *letter; letter++) {
            if (*letter == 'H')
                is_hard = true;
            else if (*letter == 'S')
                is_soft = true;
            else if (*letter == 'a')
                is_all = true;
            else if (!(which = limit_find(*letter == 'u' ? 'p' : *letter)))
                return limit_error("bad option", argv[i]);
        }
    }
    if (i < argc && !is_all)
        return limit_set(which, argv[i], is_hard || !is_soft,
                         is_soft || !is_hard);
    for (size_t k = 0; is_all && k < LIMITS; k++) {
        printf("%-20s ", limits[k].title);
        limit_print(&limits[k], is_hard);
    }
    if (!is_all)
        limit_print(which, is_hard);
    return 0;
}
