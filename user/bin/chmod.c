/* SPDX-License-Identifier: MIT */
/*
 * chmod [-R] MODE FILE...: changes who may do what with files.
 *
 * MODE is octal, or words between commas such as u+x, go-w, a=r: who (u g o
 * a), + - or =, and what (r w x X s t).  Without who, the umask's bits stay as
 * they are.  -R also changes all that is in directories.
 * Exit status: 0, 1 if a file could not be changed or for wrong usage.
 */
#include <dirent.h>
#include <err.h>
#include <modetext.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_recursive;

static void usage(void)
{
    fprintf(stderr, "usage: chmod [-R] mode file...\n");
    exit(1);
}

/* What the mode OLD becomes by TEXT. */
static mode_t change_mode(const char *text, mode_t old)
{
    mode_t mode;

    if (!mode_parse(text, old, &mode))
        errx(1, "%s: not a mode", text);
    return mode;
}

static int change_path(const char *text, const char *path);

static int change_contents(const char *text, const char *path)
{
    DIR *dir = opendir(path);
    struct dirent *entry;
    int status = 0;

    if (!dir) {
        warn("%s", path);
        return 1;
    }
    while ((entry = readdir(dir)) != NULL) {
        char *inner;

        if (strcmp(entry->d_name, ".") == 0 ||
            strcmp(entry->d_name, "..") == 0 || entry->d_type == DT_LNK)
            continue;
        inner = malloc(strlen(path) + strlen(entry->d_name) + 2);
        if (!inner)
            err(1, NULL);
        sprintf(inner, "%s/%s", path, entry->d_name);
        status |= change_path(text, inner);
        free(inner);
    }
    closedir(dir);
    return status;
}

static int change_path(const char *text, const char *path)
{
    struct stat st;

    if (stat(path, &st) < 0 || chmod(path, change_mode(text, st.st_mode)) < 0) {
        warn("%s", path);
        return 1;
    }
    return is_recursive && S_ISDIR(st.st_mode) ? change_contents(text, path)
                                               : 0;
}

int main(int argc, char *argv[])
{
    int status = 0;
    int at = 1;

    /* No getopt: a mode such as -w looks like an option. */
    if (at < argc && strcmp(argv[at], "-R") == 0) {
        is_recursive = 1;
        at++;
    }
    if (at < argc && strcmp(argv[at], "--") == 0)
        at++;
    if (argc - at < 2)
        usage();
    change_mode(argv[at], 0); /* complain before anything is changed */
    for (int i = at + 1; i < argc; i++)
        status |= change_path(argv[at], argv[i]);
    return status;
}
