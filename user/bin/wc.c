/* SPDX-License-Identifier: MIT */
/*
 * wc [-lwcm] [FILE...]: counts lines, words and bytes.
 *
 * -l lines, -w words, -c or -m bytes; without options all three.  No file, or
 * "-", is the standard input.  Several files get a total.
 * Exit status: 0, 1 if a file could not be read or for wrong usage.
 */
#include <ctype.h>
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WIDTH_UNKNOWN 7 /* of numbers, if the sizes are not known before */

struct counts {
    unsigned long long lines;
    unsigned long long words;
    unsigned long long bytes;
};

static int shows_lines, shows_words, shows_bytes;
static int width = 1;

static int count(int fd, const char *name, struct counts *counts)
{
    static char buf[16384];
    int is_in_word = 0;
    ssize_t n;

    while ((n = read(fd, buf, sizeof(buf))) > 0) {
        counts->bytes += (unsigned long long)n;
        for (ssize_t i = 0; i < n; i++) {
            int is_space = isspace((unsigned char)buf[i]) != 0;

            counts->lines += buf[i] == '\n';
            counts->words += !is_space && !is_in_word;
            is_in_word = !is_space;
        }
    }
    if (n == 0)
        return 0;
    warn("%s", name);
    return 1;
}

static void print_number(unsigned long long number, int *has_printed)
{
    printf("%s%*llu", *has_printed ? " " : "", width, number);
    *has_printed = 1;
}

static void print_counts(const struct counts *counts, const char *name)
{
    int has_printed = 0;

    if (shows_lines)
        print_number(counts->lines, &has_printed);
    if (shows_words)
        print_number(counts->words, &has_printed);
    if (shows_bytes)
        print_number(counts->bytes, &has_printed);
    if (name)
        printf(" %s", name);
    putchar('\n');
}

static int count_file(const char *name, struct counts *total)
{
    struct counts counts = {0};
    int fd = STDIN_FILENO;
    int status;

    if (name && strcmp(name, "-") != 0)
        fd = open(name, O_RDONLY);
    if (fd < 0) {
        warn("%s", name);
        return 1;
    }
    status = count(fd, name ? name : "standard input", &counts);
    if (fd != STDIN_FILENO)
        close(fd);
    print_counts(&counts, name);
    total->lines += counts.lines;
    total->words += counts.words;
    total->bytes += counts.bytes;
    return status;
}

/* The size of a file; width grows if it cannot be known before. */
static unsigned long long size_of(const char *name)
{
    int is_stdin = !name || strcmp(name, "-") == 0;
    struct stat st;

    if ((is_stdin ? fstat(STDIN_FILENO, &st) : stat(name, &st)) < 0)
        return 0;
    if (!S_ISREG(st.st_mode))
        width = WIDTH_UNKNOWN;
    return (unsigned long long)st.st_size;
}

/* Wide enough for the sum of all sizes: no number can be larger. */
static void set_width(char *const names[])
{
    unsigned long long sum = *names ? 0 : size_of(NULL);
    int digits = 1;

    for (; *names; names++)
        sum += size_of(*names);
    while (sum >= 10) {
        sum /= 10;
        digits++;
    }
    if (width < digits)
        width = digits;
}

int main(int argc, char *argv[])
{
    struct counts total = {0};
    int file_count;
    int status = 0;
    int c;

    while ((c = getopt(argc, argv, "lwcm")) != -1) {
        if (c == '?') {
            fprintf(stderr, "usage: wc [-lwcm] [file...]\n");
            return 1;
        }
        shows_lines |= c == 'l';
        shows_words |= c == 'w';
        shows_bytes |= c == 'c' || c == 'm';
    }
    if (!shows_lines && !shows_words && !shows_bytes)
        shows_lines = shows_words = shows_bytes = 1;
    file_count = argc - optind;
    if (file_count > 1 || shows_lines + shows_words + shows_bytes > 1)
        set_width(argv + optind);

    if (file_count == 0)
        return count_file(NULL, &total);
    for (; optind < argc; optind++)
        status |= count_file(argv[optind], &total);
    if (file_count > 1)
        print_counts(&total, "total");
    return status;
}
