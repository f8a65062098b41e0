/* SPDX-License-Identifier: MIT */
/*
 * rmdir [-p] DIRECTORY...: removes empty directories.
 *
 * -p then removes those that lead to it, as long as they are empty.
 * Exit status: 0, 1 if one could not be removed or for wrong usage.
 */
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int remove_directory(char *path, int with_parents)
{
    char *slash;

    for (;;) {
        if (rmdir(path) < 0) {
            warn("%s", path);
            return 1;
        }
        slash = strrchr(path, '/');
        if (!with_parents || !slash || slash == path)
            return 0;
        *slash = '\0';
    }
}

int main(int argc, char *argv[])
{
    int with_parents = 0;
    int status = 0;
    int c;

    while ((c = getopt(argc, argv, "p")) != -1) {
        if (c == '?')
            break;
        with_parents = 1;
    }
    if (c == '?' || optind == argc) {
        fprintf(stderr, "usage: rmdir [-p] directory...\n");
        return 1;
    }
    for (; optind < argc; optind++)
        status |= remove_directory(argv[optind], with_parents);
    return status;
}
