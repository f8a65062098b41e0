/* SPDX-License-Identifier: MIT */
/*
 * bench [ROW...] | -l: measures all rows, or those that are named; -l lists them.
 *
 * Prints for each a line with tabs between: "bench", its name, what one operation is,
 * nanoseconds, and counts of the time-stamp counter for it. It may be process 1: then
 * it finds its console and /proc by itself, and switches the machine off; crowd_most,
 * which takes all there is, is measured only then, or when it is named.
 * Exit status: 0, 1 if something could not be done, or 2 for wrong usage.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <unistd.h>

#include "bench.h"

#define STATUS_USAGE 2

static const struct row *row_find(const char *name)
{
    for (int i = 0; i < row_count; i++) {
        if (strcmp(rows[i].name, name) == 0)
            return &rows[i];
    }
    return NULL;
}

static int rows_list(void)
{
    for (int i = 0; i < row_count; i++)
        printf("%-16s%s\n", rows[i].name, rows[i].what);
    return 0;
}

/* What init does elsewhere. A kernel may have done some of it. */
static void machine_begin(void)
{
    while (open("/dev/console", O_RDWR) >= 0 &&
           fcntl(STDERR_FILENO + 1, F_GETFD) < 0)
        continue;
    close(STDERR_FILENO + 1);
    if (access("/proc/meminfo", F_OK) < 0 &&
        mount("proc", "/proc", "proc", 0, NULL) < 0)
        perror("bench: /proc");
}

/* Whether it is measured unasked. Who shares a machine with others does not want it
 * filled with processes. */
static bool is_harmless(const struct row *row)
{
    return row->size > 0 || row->measure == NULL || getpid() == 1;
}

static int rows_measure(char *names[])
{
    for (int i = 0; names[i]; i++) {
        if (row_find(names[i]) == NULL) {
            fprintf(stderr, "bench: %s: no such row; bench -l lists them\n", names[i]);
            return STATUS_USAGE;
        }
    }
    if (names[0] == NULL) {
        for (int i = 0; i < row_count; i++) {
            if (is_harmless(&rows[i]))
                row_measure(&rows[i]);
        }
    }
    for (int i = 0; names[i]; i++)
        row_measure(row_find(names[i]));
    return 0;
}

int main(int argc, char *argv[])
{
    bool is_init = getpid() == 1;
    bool is_list = false;
    int status, c;

    if (is_init)
        machine_begin();
    while ((c = getopt(argc, argv, "l")) != -1) {
        if (c != 'l') {
            fprintf(stderr, "usage: bench [row...] | -l\n");
            return STATUS_USAGE;
        }
        is_list = true;
    }
    status = is_list ? rows_list() : rows_measure(argv + optind);
    if (is_init) {
        printf("bench: done, status %d\n", status);
        fflush(stdout);
        reboot(RB_POWER_OFF);
    }
    return status;
}
