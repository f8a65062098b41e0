/* SPDX-License-Identifier: MIT */
/*
 * ln [-fs] FILE... TARGET: gives a file another name.
 *
 * If TARGET is a directory, or is left out (then it is "."), the new name in
 * it is the old one's last part.  -s makes symbolic links, -f replaces what
 * is there.
 * Exit status: 0, 1 if a link could not be made or for wrong usage.
 */
#include <err.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_symbolic;
static int is_forced;

static int is_directory(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int make_link(const char *file, const char *target)
{
    char path[PATH_MAX];
    char copy[PATH_MAX];

    if (is_directory(target)) {
        snprintf(copy, sizeof(copy), "%s", file);
        snprintf(path, sizeof(path), "%s/%s", target, basename(copy));
        target = path;
    }
    if (is_forced)
        unlink(target);
    if ((is_symbolic ? symlink(file, target) : link(file, target)) == 0)
        return 0;
    warn("%s", target);
    return 1;
}

int main(int argc, char *argv[])
{
    int status = 0;
    int c;

    while ((c = getopt(argc, argv, "fs")) != -1) {
        is_forced |= c == 'f';
        is_symbolic |= c == 's';
        if (c == '?')
            goto usage;
    }
    argc -= optind;
    argv += optind;
    if (argc == 1)
        return make_link(argv[0], ".");
    if (argc < 2 || (argc > 2 && !is_directory(argv[argc - 1])))
        goto usage;
    for (int i = 0; i < argc - 1; i++)
        status |= make_link(argv[i], argv[argc - 1]);
    return status;

usage:
    fprintf(stderr, "usage: ln [-fs] file... target\n");
    return 1;
}
