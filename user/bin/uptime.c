/* SPDX-License-Identifier: MIT */
/*
 * uptime: prints the time, how long the system is up, and its load.
 *
 * The load is the average number of processes that are ready or running, over
 * the last 1, 5 and 15 minutes.  All figures come from /proc.
 * Exit status: 0, 1 if /proc cannot be read or for wrong usage.
 */
#include <err.h>
#include <stdio.h>
#include <time.h>

/* Reads the first line of PATH into LINE. */
static void read_line(const char *path, char *line, int size)
{
    FILE *f = fopen(path, "r");

    if (!f || !fgets(line, size, f))
        err(1, "%s", path);
    fclose(f);
}

static void print_duration(unsigned long seconds)
{
    unsigned long minutes = seconds / 60 % 60;
    unsigned long hours = seconds / 3600 % 24;
    unsigned long days = seconds / 86400;

    if (days > 0)
        printf("%lu day%s, ", days, days == 1 ? "" : "s");
    if (hours > 0)
        printf("%2lu:%02lu", hours, minutes);
    else
        printf("%lu min", minutes);
}

int main(int argc, char *argv[])
{
    char line[128];
    char load[3][16];
    unsigned long seconds;
    time_t now = time(NULL);

    (void)argv;
    if (argc > 1) {
        fprintf(stderr, "usage: uptime\n");
        return 1;
    }
    read_line("/proc/uptime", line, sizeof(line));
    if (sscanf(line, "%lu", &seconds) != 1)
        errx(1, "/proc/uptime: unknown format");
    read_line("/proc/loadavg", line, sizeof(line));
    if (sscanf(line, "%15s %15s %15s", load[0], load[1], load[2]) != 3)
        errx(1, "/proc/loadavg: unknown format");

    strftime(line, sizeof(line), "%H:%M:%S", localtime(&now));
    printf(" %s up ", line);
    print_duration(seconds);
    printf(", load average: %s, %s, %s\n", load[0], load[1], load[2]);
    return 0;
}
