/* SPDX-License-Identifier: MIT */
/*
 * tail [-fqv] [-n [+]LINES | -c [+]BYTES | -LINES] [FILE...]: prints the end.
 *
 * Ten lines if nothing else is said; +N begins with the Nth line or byte.  -f
 * goes on printing what is appended to the last file.  -q prints no names above
 * files, -v always.  No file, or "-", is the standard input.  The end is kept in memory while the input is read.
 * Exit status: 0, 1 if a file could not be read or for wrong usage.
 */
#include <ctype.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DEFAULT_LINES  10
#define FIRST_ROOM     4096
#define FOLLOW_SECONDS 1

static long amount = DEFAULT_LINES;
static int is_in_bytes;
static int is_from_start;
static int follows;

/* What may still be part of the end. */
static struct {
    char *text;
    size_t len;
    size_t room;
} kept;

static void usage(void)
{
    fprintf(stderr, "usage: tail [-fqv] [-n [+]lines | -c [+]bytes] [file...]\n");
    exit(1);
}

static long parse_amount(const char *text)
{
    char *end;
    long value;

    is_from_start = *text == '+';
    if (*text == '+' || *text == '-')
        text++;
    value = strtol(text, &end, 10);
    if (!isdigit((unsigned char)*text) || *end)
        errx(1, "%s: not a count", text);
    return value;
}

/* Where the last AMOUNT lines or bytes of what is kept begin. */
static size_t end_start(void)
{
    size_t start = kept.len;
    long newlines = 0;

    if (is_in_bytes)
        return kept.len > (size_t)amount ? kept.len - (size_t)amount : 0;
    if (amount == 0)
        return kept.len;
    while (start > 0) {
        if (kept.text[start - 1] == '\n' && start < kept.len &&
            ++newlines == amount)
            break;
        start--;
    }
    return start;
}

/* Makes room: first by dropping what cannot be part of the end any more. */
static void make_room(void)
{
    size_t start = end_start();

    if (start > kept.room / 2) {
        kept.len -= start;
        memmove(kept.text, kept.text + start, kept.len);
        return;
    }
    kept.room = kept.room ? kept.room * 2 : FIRST_ROOM;
    kept.text = realloc(kept.text, kept.room);
    if (!kept.text)
        err(1, NULL);
}

static void print_end(FILE *f)
{
    size_t n;

    kept.len = 0;
    do {
        if (kept.len == kept.room)
            make_room();
        n = fread(kept.text + kept.len, 1, kept.room - kept.len, f);
        kept.len += n;
    } while (n > 0 && !feof(f)); /* a terminal would be asked again */
    if (kept.len > 0)
        fwrite(kept.text + end_start(), 1, kept.len - end_start(), stdout);
}

static void print_rest(FILE *f)
{
    static char block[4096];
    size_t n;

    while (!feof(f) && (n = fread(block, 1, sizeof(block), f)) > 0)
        fwrite(block, 1, n, stdout);
}

/* Skips until the Nth line or byte begins, then prints all. */
static void print_from(FILE *f)
{
    long left = amount - 1;
    int c;

    while (left > 0 && (c = getc(f)) != EOF)
        if (is_in_bytes || c == '\n')
            left--;
    print_rest(f);
}

static void follow(FILE *f)
{
    for (;;) {
        clearerr(f);
        print_rest(f);
        if (fflush(stdout) < 0)
            err(1, "standard output");
        sleep(FOLLOW_SECONDS);
    }
}

static int print_file(const char *name, int has_title, int is_last)
{
    static int has_printed;
    int is_stdin = strcmp(name, "-") == 0;
    FILE *f = is_stdin ? stdin : fopen(name, "r");
    int has_failed;

    if (!f) {
        warn("%s", name);
        return 1;
    }
    if (has_title)
        printf("%s==> %s <==\n", has_printed ? "\n" : "",
               is_stdin ? "standard input" : name);
    has_printed = 1;
    if (is_from_start)
        print_from(f);
    else
        print_end(f);
    has_failed = ferror(f);
    if (has_failed)
        warn("%s", name);
    else if (follows && is_last)
        follow(f);
    if (!is_stdin)
        fclose(f);
    return has_failed;
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
    while ((c = getopt(argc, argv, "fqvn:c:")) != -1) {
        if (c == '?')
            usage();
        if (c == 'f') {
            follows = 1;
            continue;
        }
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
        status = print_file("-", has_title, 1);
    for (; optind < argc; optind++)
        status |= print_file(argv[optind], has_title, optind + 1 == argc);
    if (fflush(stdout) < 0 || ferror(stdout))
        err(1, "standard output");
    return status;
}
