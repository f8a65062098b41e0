/* SPDX-License-Identifier: MIT */
/*
 * touch [-acm] [-r FILE] FILE...: sets the times of files to now.
 *
 * A file that is not there is made, but with -c.  -a only the time of access,
 * -m only that of modification; -r takes the times of another file.
 * Exit status: 0, 1 if a file could not be changed or for wrong usage.
 */
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MODE_FILE 0666

static int touch_file(const char *path, const struct timespec times[2],
                      int creates)
{
    int fd;

    if (utimensat(AT_FDCWD, path, times, 0) == 0)
        return 0;
    if (errno == ENOENT && !creates)
        return 0;
    fd = errno == ENOENT ? open(path, O_WRONLY | O_CREAT, MODE_FILE) : -1;
    if (fd >= 0) {
        close(fd);
        if (utimensat(AT_FDCWD, path, times, 0) == 0)
            return 0;
    }
    warn("%s", path);
    return 1;
}

int main(int argc, char *argv[])
{
    struct timespec times[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    int only_access = 0, only_modification = 0;
    int creates = 1;
    int status = 0;
    struct stat st;
    int c;

    while ((c = getopt(argc, argv, "acmr:")) != -1) {
        if (c == 'a')
            only_access = 1;
        else if (c == 'm')
            only_modification = 1;
        else if (c == 'c')
            creates = 0;
        else if (c == '?')
            goto usage;
        else if (stat(optarg, &st) < 0)
            err(1, "%s", optarg);
        else
            memcpy(times, (struct timespec[]){st.st_atim, st.st_mtim},
                   sizeof(times));
    }
    if (optind == argc)
        goto usage;
    if (only_access && !only_modification)
        times[1].tv_nsec = UTIME_OMIT;
    if (only_modification && !only_access)
        times[0].tv_nsec = UTIME_OMIT;
    for (; optind < argc; optind++)
        status |= touch_file(argv[optind], times, creates);
    return status;

usage:
    fprintf(stderr, "usage: touch [-acm] [-r file] file...\n");
    return 1;
}
