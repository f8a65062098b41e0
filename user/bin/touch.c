/* SPDX-License-Identifier: MIT */
/*
 * touch [-acm] [-r FILE | -t TIME] FILE...: sets the times of files to now.
 *
 * A file that is not there is made, but with -c.  -a only the time of access,
 * -m only that of modification; -r takes the times of another file; -t
 * is [[CC]YY]MMDDhhmm[.SS].
 * Exit status: 0, 1 if a file could not be changed or for wrong usage.
 */
#include <ctype.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
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

/* The two digits at *AT, which goes on behind them; -1: there are none. */
static int two_digits(const char **at)
{
    const char *text = *at;

    if (!isdigit((unsigned char)text[0]) || !isdigit((unsigned char)text[1]))
        return -1;
    *at += 2;
    return (text[0] - '0') * 10 + text[1] - '0';
}

/* [[CC]YY]MMDDhhmm[.SS], in this year if it has none. */
static time_t time_parse(const char *text)
{
    size_t len = strcspn(text, ".");
    time_t now = time(NULL), result;
    struct tm tm = *localtime(&now), given;
    int century = len == 12 ? two_digits(&text) : -1;
    int year = len >= 10 ? two_digits(&text) : -1;

    if (year >= 0)
        tm.tm_year = century >= 0 ? century * 100 + year - 1900
                     : year < 69  ? year + 100
                                  : year;
    tm.tm_mon = two_digits(&text) - 1;
    tm.tm_mday = two_digits(&text);
    tm.tm_hour = two_digits(&text);
    tm.tm_min = two_digits(&text);
    tm.tm_sec = *text == '.' && text++ ? two_digits(&text) : 0;
    tm.tm_isdst = -1;
    given = tm;
    result = mktime(&tm);
    if (*text || len % 2 || len < 8 || len > 12 || given.tm_mon != tm.tm_mon ||
        given.tm_mday != tm.tm_mday || given.tm_hour != tm.tm_hour ||
        given.tm_min != tm.tm_min || given.tm_sec < 0)
        errx(1, "%s: not a time", optarg);
    return result;
}

int main(int argc, char *argv[])
{
    struct timespec times[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    int only_access = 0, only_modification = 0;
    int creates = 1;
    int status = 0;
    struct stat st;
    int c;

    while ((c = getopt(argc, argv, "acmr:t:")) != -1) {
        if (c == 'a')
            only_access = 1;
        else if (c == 'm')
            only_modification = 1;
        else if (c == 'c')
            creates = 0;
        else if (c == '?')
            goto usage;
        else if (c == 't')
            times[0] = times[1] = (struct timespec){time_parse(optarg), 0};
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
    fprintf(stderr, "usage: touch [-acm] [-r file | -t time] file...\n");
    return 1;
}
