/* SPDX-License-Identifier: MIT */
/*
 * sort [-bfnru] [-t CHAR] [-k FIELD[,FIELD]]... [-o FILE] [FILE...]
 *
 * Prints the lines of all files in order.  -n by number, -f without regard to
 * case, -b without blanks in front, -r the other way round; -u equal lines
 * once.  -k compares fields, which -t says how to part (else by blanks); a
 * field may be followed by letters of its own, as in -k2,2n.
 * Exit status: 0, 2 for an error or wrong usage.
 */
#include <ctype.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define KEYS_MAX     8
#define STATUS_ERROR 2

struct order {
    int is_numeric;
    int ignores_case;
    int skips_blanks;
    int is_reversed;
};

struct key {
    size_t first; /* field, from 1 */
    size_t last;  /* 0: to the end of the line */
    struct order order;
};

struct line {
    char *text;
    size_t number; /* as read: equal lines keep their order */
};

static struct line *lines;
static size_t line_count;
static struct key keys[KEYS_MAX];
static int key_count;
static struct order whole_line;
static char separator;

static void usage(void)
{
    fprintf(stderr, "usage: sort [-bfnru] [-t char] [-k field[,field]]... "
                    "[-o file] [file...]\n");
    exit(STATUS_ERROR);
}

static int set_order(struct order *order, char letter)
{
    switch (letter) {
    case 'b':
        order->skips_blanks = 1;
        return 1;
    case 'f':
        order->ignores_case = 1;
        return 1;
    case 'n':
        order->is_numeric = 1;
        return 1;
    case 'r':
        order->is_reversed = 1;
        return 1;
    default:
        return 0;
    }
}

/* A field number, a character position that is ignored, and letters. */
static size_t parse_field(char **at, struct order *order)
{
    char *start = *at;
    size_t field = strtoul(start, at, 10);

    if (*at == start || field == 0)
        usage();
    if (**at == '.')
        strtoul(*at + 1, at, 10);
    while (set_order(order, **at))
        (*at)++;
    return field;
}

static void parse_key(char *text)
{
    struct key *key = &keys[key_count];

    if (key_count++ == KEYS_MAX)
        usage();
    key->first = parse_field(&text, &key->order);
    if (*text == ',') {
        text++;
        key->last = parse_field(&text, &key->order);
    }
    if (*text)
        usage();
}

/* Goes over one field at AT, with the blanks before it. */
static const char *field_end(const char *at)
{
    if (separator)
        return at + strcspn(at, (char[]){separator, '\0'});
    while (isblank((unsigned char)*at))
        at++;
    while (*at && !isblank((unsigned char)*at))
        at++;
    return at;
}

static const char *field_start(const char *text, size_t number)
{
    while (--number > 0 && *text) {
        text = field_end(text);
        if (separator && *text)
            text++;
    }
    return text;
}

/* What KEY compares of TEXT: *LEN bytes from the result on. */
static const char *key_text(const struct key *key, const char *text,
                            size_t *len)
{
    const char *start = field_start(text, key->first);
    const char *end = start + strlen(start);

    if (key->last)
        end = field_end(field_start(text, key->last));
    if (key->order.skips_blanks || key->order.is_numeric)
        while (start < end && isblank((unsigned char)*start))
            start++;
    *len = end > start ? (size_t)(end - start) : 0;
    return start;
}

static int compare_text(const char *a, size_t a_len, const char *b,
                        size_t b_len, const struct order *order)
{
    size_t len = a_len < b_len ? a_len : b_len;
    int result;

    if (order->is_numeric) { /* digits end where the key does, or before */
        double x = a_len ? strtod(a, NULL) : 0;
        double y = b_len ? strtod(b, NULL) : 0;

        return (x > y) - (x < y);
    }
    result = order->ignores_case ? strncasecmp(a, b, len) : memcmp(a, b, len);
    if (result == 0)
        result = (a_len > b_len) - (a_len < b_len);
    return result;
}

static int compare_key(const struct key *key, const char *a, const char *b)
{
    size_t a_len, b_len;
    const char *x = key_text(key, a, &a_len);
    const char *y = key_text(key, b, &b_len);
    int result = compare_text(x, a_len, y, b_len, &key->order);

    return key->order.is_reversed ? -result : result;
}

static int compare_keys(const char *a, const char *b)
{
    int result = 0;

    for (int i = 0; i < key_count && result == 0; i++)
        result = compare_key(&keys[i], a, b);
    return result;
}

static int is_unique; /* -u */

static int compare_lines(const void *a, const void *b)
{
    const struct line *x = a;
    const struct line *y = b;
    int result = compare_keys(x->text, y->text);

    if (result == 0 && !is_unique) {
        result = strcmp(x->text, y->text);
        if (whole_line.is_reversed)
            result = -result;
    }
    return result ? result : (x->number > y->number) - (x->number < y->number);
}

static void read_lines(const char *name)
{
    FILE *f = strcmp(name, "-") == 0 ? stdin : fopen(name, "r");
    char *text = NULL;
    size_t size = 0;
    ssize_t len;

    if (!f)
        err(STATUS_ERROR, "%s", name);
    while ((len = getline(&text, &size, f)) > 0) {
        if (line_count % 256 == 0)
            lines = realloc(lines, (line_count + 256) * sizeof(*lines));
        if (!lines)
            err(STATUS_ERROR, NULL);
        if (text[len - 1] == '\n')
            text[len - 1] = '\0';
        lines[line_count].text = strdup(text);
        lines[line_count].number = line_count;
        if (!lines[line_count++].text)
            err(STATUS_ERROR, NULL);
    }
    if (ferror(f))
        err(STATUS_ERROR, "%s", name);
    free(text);
    if (f != stdin)
        fclose(f);
}

/* Keys without letters of their own, and no keys at all, take the general
 * ones. */
static void complete_keys(void)
{
    static const struct order none;

    if (key_count == 0)
        keys[key_count++].first = 1;
    for (int i = 0; i < key_count; i++)
        if (memcmp(&keys[i].order, &none, sizeof(none)) == 0)
            keys[i].order = whole_line;
}

int main(int argc, char *argv[])
{
    const char *output = NULL;
    const char *previous = NULL;
    int c;

    while ((c = getopt(argc, argv, "bfnrut:k:o:")) != -1) {
        if (c == 'u')
            is_unique = 1;
        else if (c == 't')
            separator = *optarg;
        else if (c == 'k')
            parse_key(optarg);
        else if (c == 'o')
            output = optarg;
        else if (!set_order(&whole_line, (char)c))
            usage();
    }
    complete_keys();
    if (optind == argc)
        read_lines("-");
    for (; optind < argc; optind++)
        read_lines(argv[optind]);
    if (line_count > 0)
        qsort(lines, line_count, sizeof(*lines), compare_lines);

    if (output && !freopen(output, "w", stdout))
        err(STATUS_ERROR, "%s", output);
    for (size_t i = 0; i < line_count; i++) {
        if (is_unique && previous && compare_keys(previous, lines[i].text) == 0)
            continue;
        puts(lines[i].text);
        previous = lines[i].text;
    }
    if (fflush(stdout) < 0 || ferror(stdout))
        err(STATUS_ERROR, "standard output");
    return 0;
}
