/* SPDX-License-Identifier: MIT */
/*
 * mkdir [-p] [-m MODE] DIRECTORY...: makes directories.
 *
 * -p also makes those that lead to it and does not mind one that exists; -m
 * gives the mode, as chmod would change rwxrwxrwx, regardless of the umask.
 * Exit status: 0, 1 if one could not be made or for wrong usage.
 */
#include <err.h>
#include <errno.h>
#include <modetext.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MODE_ALL          0777
#define MODE_OWNER_ENTERS 0300 /* -p: what is made must be usable */

static int is_directory(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Makes what comes before each slash of PATH. */
static int make_parents(char *path)
{
    mode_t mask = umask(0);
    int result = 0;

    umask(mask & ~(mode_t)MODE_OWNER_ENTERS);
    for (char *slash = path; (slash = strchr(slash, '/')) != NULL; slash++) {
        if (slash == path)
            continue;
        *slash = '\0';
        if (mkdir(path, MODE_ALL) < 0 && !is_directory(path)) {
            warn("%s", path);
            result = -1;
        }
        *slash = '/';
        if (result < 0)
            break;
    }
    umask(mask);
    return result;
}

int main(int argc, char *argv[])
{
    int makes_parents = 0;
    mode_t mode = 0;
    int has_mode = 0;
    int status = 0;
    int c;

    while ((c = getopt(argc, argv, "pm:")) != -1) {
        if (c == '?')
            goto usage;
        if (c == 'p') {
            makes_parents = 1;
            continue;
        }
        has_mode = 1;
        if (!mode_parse(optarg, S_IFDIR | MODE_ALL, &mode))
            errx(1, "%s: not a mode", optarg);
    }
    if (optind == argc)
        goto usage;

    for (; optind < argc; optind++) {
        char *path = argv[optind];

        if (makes_parents && make_parents(path) < 0) {
            status = 1;
            continue;
        }
        if (mkdir(path, MODE_ALL) < 0) {
            if (makes_parents && is_directory(path))
                continue;
            warn("%s", path);
            status = 1;
        } else if (has_mode && chmod(path, mode) < 0) {
            warn("%s", path);
            status = 1;
        }
    }
    return status;

usage:
    fprintf(stderr, "usage: mkdir [-p] [-m mode] directory...\n");
    return 1;
}
