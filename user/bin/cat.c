/* SPDX-License-Identifier: MIT */
/*
 * cat [-nu] [FILE...]: writes the files one after the other.
 *
 * No file, or "-", is the standard input.  -n numbers the lines; -u is
 * accepted, for output is never held back.
 * Exit status: 0, 1 if a file could not be copied or for wrong usage.
 */
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int has_numbers;
static char buf[16384];

static void write_all(const char *from, size_t len)
{
    while (len > 0) {
        ssize_t n = write(STDOUT_FILENO, from, len);

        if (n < 0)
            err(1, "standard output");
        from += n;
        len -= (size_t)n;
    }
}

static void write_numbered(const char *from, size_t len)
{
    static unsigned long line;
    static int is_inside_line;

    while (len > 0) {
        const char *newline = memchr(from, '\n', len);
        size_t n = newline ? (size_t)(newline - from) + 1 : len;

        if (!is_inside_line) {
            char number[16];

            snprintf(number, sizeof(number), "%6lu\t", ++line);
            write_all(number, strlen(number));
        }
        is_inside_line = !newline;
        write_all(from, n);
        from += n;
        len -= n;
    }
}

static int copy(int fd, const char *name)
{
    ssize_t n;

    while ((n = read(fd, buf, sizeof(buf))) != 0) {
        if (n < 0) {
            if (errno == EINTR)
                continue;
            warn("%s", name);
            return 1;
        }
        if (has_numbers)
            write_numbered(buf, (size_t)n);
        else
            write_all(buf, (size_t)n);
    }
    return 0;
}

static int copy_file(const char *name)
{
    int fd;
    int status;

    if (strcmp(name, "-") == 0)
        return copy(STDIN_FILENO, "standard input");
    fd = open(name, O_RDONLY);
    if (fd < 0) {
        warn("%s", name);
        return 1;
    }
    status = copy(fd, name);
    close(fd);
    return status;
}

int main(int argc, char *argv[])
{
    int status = 0;
    int c;

    while ((c = getopt(argc, argv, "nu")) != -1) {
        if (c == '?') {
            fprintf(stderr, "usage: cat [-nu] [file...]\n");
            return 1;
        }
        has_numbers |= c == 'n';
    }
    if (optind == argc)
        return copy_file("-");
    for (; optind < argc; optind++)
        status |= copy_file(argv[optind]);
    return status;
}
