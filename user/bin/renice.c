/* SPDX-License-Identifier: MIT */
/*
 * renice [-n INCREMENT | NICE] [-p | -g | -u] ID...
 *
 * Adds INCREMENT to the nice values of processes, process groups or users (POSIX),
 * or sets them to NICE (the older form). Users are named or numbered.
 * Exit status: 0; 1 if one could not be changed or for wrong usage.
 */
#include <err.h>
#include <errno.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static void usage(void)
{
    fprintf(stderr, "usage: renice [-n increment | nice] [-p | -g | -u] id...\n");
    exit(1);
}

static long number(const char *text)
{
    char *end;
    long value = strtol(text, &end, 10);

    if (end == text || *end)
        errx(1, "%s: not a number", text);
    return value;
}

static id_t parse_id(int which, const char *text)
{
    const struct passwd *user = which == PRIO_USER ? getpwnam(text) : NULL;

    return user ? user->pw_uid : (id_t)number(text);
}

/* Sets the nice value, or adds to it. */
static int renice(int which, const char *text, long value, bool adds)
{
    id_t id = parse_id(which, text);
    int old;

    errno = 0;
    old = getpriority(which, id);
    if (errno != 0 || setpriority(which, id, (adds ? old : 0) + (int)value) < 0) {
        warn("%s", text);
        return 1;
    }
    printf("%s: old priority %d, new priority %d\n", text, old,
           getpriority(which, id));
    return 0;
}

int main(int argc, char *argv[])
{
    int which = PRIO_PROCESS, status = 0, i = 1;
    bool adds = argc > 1 && strcmp(argv[1], "-n") == 0;
    long value;

    i += adds;
    if (i + 1 >= argc)
        usage();
    value = number(argv[i++]);
    for (; i < argc; i++) {
        if (strcmp(argv[i], "-p") == 0)
            which = PRIO_PROCESS;
        else if (strcmp(argv[i], "-g") == 0)
            which = PRIO_PGRP;
        else if (strcmp(argv[i], "-u") == 0)
            which = PRIO_USER;
        else
            status |= renice(which, argv[i], value, adds);
    }
    return status;
}
