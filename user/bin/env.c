/* SPDX-License-Identifier: MIT */
/*
 * env [-i | -] [-u NAME]... [NAME=VALUE]... [PROGRAM [ARGUMENT...]]
 *
 * Runs a program in a changed environment, or prints the environment.  -i (or
 * a dash alone) starts with an empty one, -u removes a variable.
 * Exit status: that of the program; 125 for wrong usage, 126 if it could not
 * be run, 127 if it was not found.
 */
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STATUS_USAGE     125
#define STATUS_NOT_RUN   126
#define STATUS_NOT_FOUND 127

static void empty_environment(void)
{
    static char *nothing[1];

    environ = nothing;
}

int main(int argc, char *argv[])
{
    int c;

    while ((c = getopt(argc, argv, "+iu:")) != -1) {
        if (c == 'i') {
            empty_environment();
        } else if (c == '?' || unsetenv(optarg) < 0) {
            fprintf(stderr, "usage: env [-i] [-u name]... [name=value]... "
                            "[program [argument...]]\n");
            return STATUS_USAGE;
        }
    }
    if (optind < argc && strcmp(argv[optind], "-") == 0) {
        empty_environment();
        optind++;
    }
    for (; optind < argc && strchr(argv[optind], '='); optind++)
        if (putenv(argv[optind]) < 0)
            err(STATUS_USAGE, "%s", argv[optind]);

    if (optind < argc) {
        execvp(argv[optind], argv + optind);
        err(errno == ENOENT ? STATUS_NOT_FOUND : STATUS_NOT_RUN, "%s",
            argv[optind]);
    }
    for (char **entry = environ; entry && *entry; entry++)
        puts(*entry);
    return fflush(stdout) < 0;
}
