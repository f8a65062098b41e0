/* SPDX-License-Identifier: MIT */
/*
 * head [-qv] [-n LINES | -c BYTES | -LINES] [FILE...]: prints the beginning.
 *
 * Ten lines if nothing else is said; -N means all but the last N.  -q prints no
 * names above files, -v always.  No file, or "-", is the standard input.
 * When it has enough it ends: in a pipe, its writer then gets SIGPIPE.
 * Exit status: 0, 1 if a file could not be read or for wrong usage.
 */
#include <ctype.h>
#include <err.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DEFAULT_LINES 10

static long amount = DEFAULT_LINES;
static int is_in_bytes;

static void usage(void)
{
    fprintf(stderr, "usage: head [-qv] [-n lines | -c bytes] [file...]\n");
    exit(1);
}

static long parse_amount(const char *text)
{
    char *end;
    long value = strtol(text, &end, 10);

    if (end == text || *end)
        errx(1, "%s: not a count", text);
    return value == 0 && *text == '-' ? LONG_MAX : value;
}

static void print_bytes(FILE *f)
{
    static char block[16384];
    long left = amount;
    size_t n;

    for (; left > 0 && !feof(f) && !ferror(f); left -= (long)n) {
        n = left < (long)sizeof(block) ? (size_t)left : sizeof(block);
        n = fread(block, 1, n, f);
        fwrite(block, 1, n, stdout);
    }
}

static void print_lines(FILE *f)
{
    char *line = NULL;
    size_t room = 0;
    long left = amount;
    ssize_t n;

    for (; left > 0 && (n = getline(&line, &room, f)) > 0; left--)
        fwrite(line, 1, (size_t)n, stdout);
    free(line);
}

/* All but the last lines or bytes, AMOUNT being negative. */
static void print_but_end(FILE *f)
{
    char *text = NULL;
    size_t len = 0, room = 0;
    long left = -amount;

    do {
        if (len == room) {
            room = room ? 2 * room : BUFSIZ;
            text = realloc(text, room);
            if (!text)
                err(1, NULL);
        }
        len += fread(text + len, 1, room - len, f);
    } while (!feof(f) && !ferror(f));
    if (is_in_bytes) {
        len = len > (size_t)left ? len - (size_t)left : 0;
    } else {
        for (; left > 0 && len > 0; left--)
            for (len--; len > 0 && text[len - 1] != '\n'; len--)
                ;
    }
    fwrite(text, 1, len, stdout);
    free(text);
}

static int print_beginning(FILE *f, const char *name)
{
    if (amount < 0)
        print_but_end(f);
    else if (is_in_bytes)
        print_bytes(f);
    else
        print_lines(f);
    if (!ferror(f))
        return 0;
    warn("%s", name);
    return 1;
}

static int print_file(const char *name, int has_title)
{
    static int has_printed;
    int is_stdin = strcmp(name, "-") == 0;
    FILE *f = is_stdin ? stdin : fopen(name, "r");
    int status;

    if (!f) {
        warn("%s", name);
        return 1;
    }
    if (has_title)
        printf("%s==> %s <==\n", has_printed ? "\n" : "",
               is_stdin ? "standard input" : name);
    has_printed = 1;
    status = print_beginning(f, name);
    if (!is_stdin)
        fclose(f);
    return status;
}

int main(int argc, char *argv[])
{
    int status = 0;
    int has_title = -1;
    int c;

    if (argc > 1 && argv[1][0] == '-' && isdigit((unsigned char)argv[1][1])) {
        amount = parse_amount(argv[1] + 1);
        optind = 2;
    }
    while ((c = getopt(argc, argv, "qvn:c:")) != -1) {
        if (c == '?')
            usage();
        if (c == 'q' || c == 'v') {
            has_title = c == 'v';
            continue;
        }
        amount = parse_amount(optarg);
        is_in_bytes = c == 'c';
    }
    if (has_title < 0)
        has_title = argc - optind > 1;
    if (optind == argc)
        status = print_file("-", has_title);
    for (; optind < argc; optind++)
        status |= print_file(argv[optind], has_title);
    if (fflush(stdout) < 0 || ferror(stdout))
        err(1, "standard output");
    return status;
}
