/* SPDX-License-Identifier: MIT */
/* Limits of the whole system in /proc/sys, which programs ask for: one number each. */
#include "tap.h"

#include <sys/prctl.h>

static const struct {
    const char *path;
    long least, most;
} rows[] = {
    {"/proc/sys/kernel/ngroups_max", 65536, 65536},
    {"/proc/sys/kernel/cap_last_cap", 37, 63},
    {"/proc/sys/fs/nr_open", 1024, 1L << 30},
    {"/proc/sys/vm/max_map_count", 65530, 2147483647},
    {"/proc/sys/vm/overcommit_memory", 0, 2},
};

enum { ROWS = sizeof rows / sizeof rows[0], CAP_ROW = 1 };

static long number_in(const char *path)
{
    char text[32] = "", *end;

    file_read(path, text, sizeof text);
    long number = strtol(text, &end, 10);
    return end > text && strcmp(end, "\n") == 0 ? number : -1;
}

int main(void)
{
    plan(ROWS + 2);
    for (int i = 0; i < ROWS; i++) {
        long number = number_in(rows[i].path);
        if (!ok(number >= rows[i].least && number <= rows[i].most, rows[i].path))
            diag("got %ld", number);
    }
    long last = number_in(rows[CAP_ROW].path);
    ok(prctl(PR_CAPBSET_READ, last, 0, 0, 0) >= 0, "the last capability is known");
    fails(prctl(PR_CAPBSET_READ, last + 1, 0, 0, 0), EINVAL, "and no other behind it");
    return done();
}
