/* SPDX-License-Identifier: MIT */
/*
 * nice [[-n INCREMENT] PROGRAM [ARGUMENT...]]
 *
 * Runs a program that is by INCREMENT (10) nicer to others, or prints the nice
 * value.  Only root may make one less nice; else the program runs as it is.
 * Exit status: that of the program; 125 for wrong usage, 126 if it could not
 * be run, 127 if it was not found.
 */
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define INCREMENT_DEFAULT 10
#define STATUS_USAGE      125
#define STATUS_NOT_RUN    126
#define STATUS_NOT_FOUND  127

static void usage(void)
{
    fprintf(stderr, "usage: nice [[-n increment] program [argument...]]\n");
    exit(STATUS_USAGE);
}

int main(int argc, char *argv[])
{
    long increment = INCREMENT_DEFAULT;
    char *end;
    int c;

    while ((c = getopt(argc, argv, "+n:")) != -1) {
        if (c != 'n')
            usage();
        increment = strtol(optarg, &end, 10);
        if (end == optarg || *end)
            errx(STATUS_USAGE, "%s: not an increment", optarg);
    }
    errno = 0;
    if (optind == argc && argc > 1)
        usage();
    if (optind == argc) {
        printf("%d\n", nice(0));
        return 0;
    }
    if (nice((int)increment) == -1 && errno != 0)
        warn("cannot set the nice value");
    execvp(argv[optind], argv + optind);
    err(errno == ENOENT ? STATUS_NOT_FOUND : STATUS_NOT_RUN, "%s",
        argv[optind]);
}
