/* SPDX-License-Identifier: MIT */
/*
 * mv [-fi] FILE... TARGET: gives files another name or place.
 *
 * If TARGET is a directory the files go into it.  -i asks before replacing
 * something, -f does not.  Within a file system it is one call of rename; to
 * another one the file is copied by cp and then removed by rm.
 * Exit status: 0, 1 if something could not be moved or for wrong usage.
 */
#include <err.h>
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int asks;

static int is_directory(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat of_a, of_b;

    return lstat(a, &of_a) == 0 && lstat(b, &of_b) == 0 &&
           of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino;
}

/* Runs a program and returns its exit status. */
static int run(const char *program, const char *options, const char *first,
               const char *second)
{
    pid_t pid = fork();
    int status;

    if (pid == 0) {
        execlp(program, program, options, "--", first, second, (char *)NULL);
        err(127, "%s", program);
    }
    if (pid < 0 || waitpid(pid, &status, 0) < 0)
        err(1, "%s", program);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

static int move_path(const char *from, const char *to)
{
    if (is_same_file(from, to)) {
        warnx("%s and %s are the same file", from, to);
        return 1;
    }
    if (asks && access(to, F_OK) == 0) {
        char answer[16];

        fprintf(stderr, "mv: replace %s? ", to);
        if (!fgets(answer, sizeof(answer), stdin) ||
            (*answer != 'y' && *answer != 'Y'))
            return 0;
    }
    if (rename(from, to) == 0)
        return 0;
    if (errno == EXDEV)
        return run("cp", "-rpf", from, to) || run("rm", "-rf", from, NULL);
    warn("%s to %s", from, to);
    return 1;
}

static int move_into(const char *from, const char *dir)
{
    char name[PATH_MAX];
    char to[PATH_MAX];

    snprintf(name, sizeof(name), "%s", from);
    snprintf(to, sizeof(to), "%s%s%s", dir,
             dir[strlen(dir) - 1] == '/' ? "" : "/", basename(name));
    return move_path(from, to);
}

int main(int argc, char *argv[])
{
    int status = 0;
    int c;

    while ((c = getopt(argc, argv, "fi")) != -1) {
        if (c == '?')
            goto usage;
        asks = c == 'i';
    }
    argc -= optind;
    argv += optind;
    if (argc < 2)
        goto usage;
    if (!is_directory(argv[argc - 1])) {
        if (argc > 2) {
            warnx("%s: is not a directory", argv[argc - 1]);
            return 1;
        }
        return move_path(argv[0], argv[1]);
    }
    for (int i = 0; i < argc - 1; i++)
        status |= move_into(argv[i], argv[argc - 1]);
    return status;

usage:
    fprintf(stderr, "usage: mv [-fi] file... target\n");
    return 1;
}
