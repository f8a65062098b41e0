/* SPDX-License-Identifier: MIT */
/*
 * pwd [-LP]: prints the path of the working directory.
 *
 * -L takes it from the variable PWD, if that is right, and so may show
 * symbolic links; -P (the default) asks the kernel.
 * Exit status: 0, 1 if it has no path or for wrong usage.
 */
#include <err.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_working_directory(const char *path)
{
    struct stat here, there;

    return path && *path == '/' && !strstr(path, "/.") &&
           stat(".", &here) == 0 && stat(path, &there) == 0 &&
           here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

int main(int argc, char *argv[])
{
    static char path[PATH_MAX];
    int is_logical = 0;
    int c;

    while ((c = getopt(argc, argv, "LP")) != -1) {
        if (c == '?') {
            fprintf(stderr, "usage: pwd [-L|-P]\n");
            return 1;
        }
        is_logical = c == 'L';
    }
    if (is_logical && is_working_directory(getenv("PWD")))
        puts(getenv("PWD"));
    else if (getcwd(path, sizeof(path)))
        puts(path);
    else
        err(1, "working directory");
    return 0;
}
