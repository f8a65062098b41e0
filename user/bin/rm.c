/* SPDX-License-Identifier: MIT */
/*
 * rm [-firRd] FILE...: removes files.
 *
 * -r (or -R) removes directories with all that is in them, -d empty ones, -i
 * asks before each, -f never asks and does not mind what is not there.
 * Exit status: 0, 1 if something could not be removed or for wrong usage.
 */
#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_forced;
static int asks;
static int is_recursive;
static int takes_empty;

static int remove_path(const char *path);

static int is_dot(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Asks for a yes on the standard error output. */
static int has_consent(const char *path, const char *what)
{
    char answer[16];

    if (!asks)
        return 1;
    fprintf(stderr, "rm: %s %s? ", what, path);
    return fgets(answer, sizeof(answer), stdin) &&
           (*answer == 'y' || *answer == 'Y');
}

static int fail(const char *path)
{
    warn("%s", path);
    return 1;
}

static int remove_contents(const char *path)
{
    DIR *dir = opendir(path);
    struct dirent *entry;
    int status = 0;

    if (!dir)
        return fail(path);
    while ((entry = readdir(dir)) != NULL) {
        char *inner;

        if (is_dot(entry->d_name))
            continue;
        inner = malloc(strlen(path) + strlen(entry->d_name) + 2);
        if (!inner)
            err(1, NULL);
        sprintf(inner, "%s/%s", path, entry->d_name);
        status |= remove_path(inner);
        free(inner);
    }
    closedir(dir);
    return status;
}

static int remove_directory(const char *path)
{
    int status = 0;

    if (is_recursive) {
        if (!has_consent(path, "descend into"))
            return 0;
        status = remove_contents(path);
    } else if (!takes_empty) {
        errno = EISDIR;
        return fail(path);
    }
    if (!has_consent(path, "remove directory"))
        return status;
    return rmdir(path) < 0 && status == 0 ? fail(path) : status;
}

static int remove_path(const char *path)
{
    struct stat st;

    if (lstat(path, &st) < 0)
        return is_forced && (errno == ENOENT || errno == ENOTDIR) ? 0
                                                                  : fail(path);
    if (S_ISDIR(st.st_mode))
        return remove_directory(path);
    if (!has_consent(path, "remove"))
        return 0;
    return unlink(path) < 0 ? fail(path) : 0;
}

/* The last part of a path may not be "." or "..", nor the whole be "/". */
static int is_refused(const char *path)
{
    size_t len = strlen(path);
    const char *last;

    while (len > 1 && path[len - 1] == '/')
        len--;
    last = path + len;
    while (last > path && last[-1] != '/')
        last--;
    len -= (size_t)(last - path);
    return (len == 1 && *last == '.') ||
           (len == 2 && !strncmp(last, "..", 2)) ||
           strspn(path, "/") == strlen(path);
}

int main(int argc, char *argv[])
{
    int status = 0;
    int c;

    while ((c = getopt(argc, argv, "firRd")) != -1) {
        switch (c) {
        case 'f':
            is_forced = 1;
            asks = 0;
            break;
        case 'i':
            asks = 1;
            is_forced = 0;
            break;
        case 'r':
        case 'R':
            is_recursive = 1;
            break;
        case 'd':
            takes_empty = 1;
            break;
        default:
            goto usage;
        }
    }
    if (optind == argc && !is_forced)
        goto usage;
    for (; optind < argc; optind++) {
        if (is_refused(argv[optind])) {
            warnx("%s: refusing to remove it", argv[optind]);
            status = 1;
        } else {
            status |= remove_path(argv[optind]);
        }
    }
    return status;

usage:
    fprintf(stderr, "usage: rm [-fidrR] file...\n");
    return 1;
}
