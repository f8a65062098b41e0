/* SPDX-License-Identifier: MIT */
/*
 * The built-ins read and getopts, with which scripts take input and options.
 *
 * read splits its line as fields.c splits words, but into as many parts as
 * there are variables, the last of which gets the rest as it is.
 */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "builtin.h"
#include "sh.h"

/* Which signal interrupted a read. */
static int signal_noted(void)
{
    int sig = trap_pending_signal();

    return sig ? sig : SIGINT;
}

/* Reads a line a byte at a time: what follows belongs to others. */
static int read_line(struct expansion *line, bool raw)
{
    unsigned char c;
    ssize_t n;
    bool escaped = false;

    for (;;) {
        n = read(STDIN_FILENO, &c, 1);
        if (n < 0 && errno == EINTR && !sh.interrupted && !trap_is_pending())
            continue;
        if (n <= 0)
            return n < 0 && errno == EINTR ? STATUS_SIGNAL + signal_noted() : 1;
        if (!raw && !escaped && c == '\\') {
            escaped = true;
            continue;
        }
        if (c == '\n' && !escaped)
            return 0;
        if (c && !(escaped && c == '\n'))
            expansion_add(line, c, escaped ? MARK_QUOTED : MARK_EXPANDED);
        escaped = false;
    }
}

/* Takes one field off LINE from *AT on, and the separator after it. */
static char *read_field(const struct expansion *line, size_t *at,
                        const char *ifs)
{
    const char *text = line->text.text;
    size_t start = *at, i = start;
    char *field;

    while (i < line->text.len &&
           !(line->marks.text[i] == MARK_EXPANDED && strchr(ifs, text[i])))
        i++;
    field = mem_alloc(i - start + 1);
    if (i > start)
        memcpy(field, text + start, i - start);
    while (i < line->text.len && isspace((unsigned char)text[i]) &&
           strchr(ifs, text[i]))
        i++;
    if (i < line->text.len && i >= start && strchr(ifs, text[i]) &&
        !isspace((unsigned char)text[i])) {
        i++;
        while (i < line->text.len && isspace((unsigned char)text[i]) &&
               strchr(ifs, text[i]))
            i++;
    }
    *at = i;
    return field;
}

/* The rest of LINE from FROM on, for the last variable. */
static char *read_rest(const struct expansion *line, size_t from,
                       const char *ifs)
{
    size_t end = line->text.len, at = from;
    char *rest = read_field(line, &at, ifs);

    if (at == end) /* one field: the separator behind it does not count */
        return rest;
    free(rest);
    while (end > from && line->marks.text[end - 1] == MARK_EXPANDED &&
           isspace((unsigned char)line->text.text[end - 1]) &&
           strchr(ifs, line->text.text[end - 1]))
        end--;
    rest = mem_alloc(end - from + 1);
    if (end > from)
        memcpy(rest, line->text.text + from, end - from);
    return rest;
}

/* read [-r] [-p prompt] name...: the last gets the rest of the line. */
int builtin_read(int argc, char **argv)
{
    struct expansion line = { 0 };
    const char *ifs = var_get("IFS");
    bool raw = false;
    size_t at = 0;
    int i = 1, status;

    for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
        if (strcmp(argv[i], "-p") == 0 && i + 1 < argc)
            fprintf(stderr, "%s", argv[++i]);
        else
            raw = raw || strchr(argv[i], 'r');
    }
    if (i >= argc) {
        sh_warn("read: a variable is expected");
        return STATUS_ERROR;
    }
    if (ifs == NULL)
        ifs = " \t\n";
    status = read_line(&line, raw);
    while (at < line.text.len && isspace((unsigned char)line.text.text[at]) &&
           line.marks.text[at] == MARK_EXPANDED &&
           strchr(ifs, line.text.text[at]))
        at++;
    for (; i < argc; i++) {
        char *value = i + 1 < argc ? read_field(&line, &at, ifs)
                                   : read_rest(&line, at, ifs);

        if (!var_set(argv[i], value)) {
            sh.unwind = UNWIND_NONE; /* read is no special built-in */
            status = STATUS_ERROR;
        }
        free(value);
    }
    expansion_free(&line);
    return status;
}

/* Sets a variable to one character, or to nothing for a null. */
static bool var_set_char(const char *name, char c)
{
    char text[2] = { c, '\0' };

    return var_set(name, text);
}

/* getopts optstring name [args]: the next option letter goes to NAME. */
int builtin_getopts(int argc, char **argv)
{
    static int inside; /* how far in a group of letters: -abc */
    char **args = argc > 3 ? argv + 3 : sh.params;
    int count = argc > 3 ? argc - 3 : sh.nparams;
    const char *text = var_get("OPTIND"), *letter;
    int index = text ? atoi(text) : 1;
    char c, answer = '?', number[16];

    if (argc < 3)
        return sh_error(STATUS_ERROR, "getopts: optstring and name expected");
    if (index <= 1 && inside == 0)
        index = 1;
    if (inside == 0 &&
        (index > count || args[index - 1][0] != '-' || !args[index - 1][1] ||
         strcmp(args[index - 1], "--") == 0)) {
        if (index <= count && strcmp(args[index - 1], "--") == 0)
            index++;
        snprintf(number, sizeof(number), "%d", index);
        var_set("OPTIND", number);
        var_set("OPTARG", "");
        var_set(argv[2], "?");
        return 1;
    }
    c = args[index - 1][1 + inside++];
    text = args[index - 1] + 1 + inside;
    letter = c == ':' ? NULL : strchr(argv[1], c);
    var_unset("OPTARG");
    if (letter && letter[1] == ':') {
        if (*text == '\0' && index < count)
            text = args[index++];
        else if (*text == '\0')
            letter = NULL;
        if (letter)
            var_set("OPTARG", text);
        else if (argv[1][0] == ':')
            answer = ':'; /* its argument is missing */
        text = "";
    }
    if (*text == '\0') {
        index++;
        inside = 0;
    }
    if (!letter && argv[1][0] == ':')
        var_set_char("OPTARG", c);
    else if (!letter)
        sh_warn("getopts: bad option or missing argument: -%c", c);
    snprintf(number, sizeof(number), "%d", index);
    var_set("OPTIND", number);
    return var_set_char(argv[2], letter ? c : answer) ? 0 : STATUS_ERROR;
}
