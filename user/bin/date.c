/* SPDX-License-Identifier: MIT */
/*
 * date [-u] [+FORMAT]: prints the date and time, which are always UTC.
 *
 * FORMAT is that of strftime; -u is accepted and changes nothing.
 * Exit status: 0, 1 if the clock cannot be read or for wrong usage.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define TEXT_MAX 4096

static void usage(void)
{
    fprintf(stderr, "usage: date [-u] [+format]\n");
    exit(1);
}

int main(int argc, char *argv[])
{
    static char text[TEXT_MAX];
    const char *format = "%a %b %e %H:%M:%S UTC %Y";
    time_t now = time(NULL);
    struct tm tm;
    int c;

    while ((c = getopt(argc, argv, "u")) != -1)
        if (c == '?')
            usage();
    if (optind < argc) {
        if (argv[optind][0] != '+')
            errx(1, "%s: a format begins with +", argv[optind]);
        if (optind + 1 < argc)
            usage();
        format = argv[optind] + 1;
    }
    if (now == (time_t)-1)
        err(1, "clock");
    gmtime_r(&now, &tm);
    strftime(text, sizeof(text), format, &tm); /* empty if it is too long */
    puts(text);
    return 0;
}
