/* SPDX-License-Identifier: MIT */
/*
 * grep [-EFHchilnoqrsvwx] [-e PATTERN]... [-f FILE]... [PATTERN] [FILE...]
 *
 * Prints the lines that match a pattern: a basic regular expression, with -E
 * an extended one, with -F plain text.  -f takes the patterns from the lines of
 * a file.  -v prints those that do not, -c how many, -l
 * the files' names, -n line numbers, -o the matching part, -q nothing; -i any
 * case, -w whole words, -x whole lines, -h without names, -H with names, -s
 * no complaints, -r all files in directories.  No file, or "-", is the standard input.
 * Exit status: 0 if a line was selected, 1 if none, 2 for an error.
 */
#include <ctype.h>
#include <dirent.h>
#include <err.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STATUS_NONE  1
#define STATUS_ERROR 2
#define OPTIONS      "EFHce:f:hilnoqrsvwx"
#define STDIN_NAME   "(standard input)"

static int options[128]; /* by letter */
static regex_t *patterns;
static size_t pattern_count;
static int has_names;
static int has_selected, has_failed;

/* Plain text as a basic expression: a backslash before what is special. */
static char *quote(const char *text)
{
    char *quoted = malloc(2 * strlen(text) + 1);
    char *to = quoted;

    if (!quoted)
        err(STATUS_ERROR, NULL);
    for (; *text; text++) {
        if (strchr("\\.[*^$", *text))
            *to++ = '\\';
        *to++ = *text;
    }
    *to = '\0';
    return quoted;
}

static void add_pattern(const char *text)
{
    int flags = (options['E'] && !options['F'] ? REG_EXTENDED : 0) |
                (options['i'] ? REG_ICASE : 0);
    char message[128];
    int error;

    patterns = realloc(patterns, (pattern_count + 1) * sizeof(*patterns));
    if (!patterns)
        err(STATUS_ERROR, NULL);
    error = regcomp(&patterns[pattern_count], options['F'] ? quote(text) : text,
                    flags);
    if (error) {
        regerror(error, &patterns[pattern_count], message, sizeof(message));
        errx(STATUS_ERROR, "%s: %s", text, message);
    }
    pattern_count++;
}

/* Each line of TEXT is a pattern. */
static void add_patterns(char *text)
{
    char *newline;

    while ((newline = strchr(text, '\n')) != NULL) {
        *newline = '\0';
        add_pattern(text);
        text = newline + 1;
    }
    add_pattern(text);
}

/* Adds TEXT, on a line of its own, to the lines that are *TEXTS. */
static void append_text(char **texts, const char *text)
{
    char *before = *texts;

    if (asprintf(texts, "%s%s%s", before ? before : "", before ? "\n" : "",
                 text) < 0)
        err(STATUS_ERROR, NULL);
    free(before);
}

/* -f: the lines of a file. */
static void append_file(char **texts, const char *name)
{
    FILE *f = strcmp(name, "-") == 0 ? stdin : fopen(name, "r");
    char *line = NULL;
    size_t size = 0;
    ssize_t len;

    while (f && (len = getline(&line, &size, f)) > 0) {
        line[strcspn(line, "\n")] = '\0';
        append_text(texts, line);
    }
    if (!f || ferror(f))
        err(STATUS_ERROR, "%s", name);
    free(line);
    if (f != stdin)
        fclose(f);
}

static int is_word_character(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* Do -w and -x allow the part from START to END of LINE? */
static int is_allowed(const char *line, const char *start, const char *end)
{
    if (options['x'] && (start > line || *end))
        return 0;
    if (!options['w'])
        return 1;
    return !(start > line && is_word_character(start[-1])) &&
           !is_word_character(*end);
}

/* Finds PATTERN in LINE, not before FROM.  Returns where, and *END. */
static const char *find_pattern(const regex_t *pattern, const char *line,
                                const char *from, const char **end)
{
    regmatch_t match;

    while (regexec(pattern, from, 1, &match, from > line ? REG_NOTBOL : 0) ==
           0) {
        const char *start = from + match.rm_so;

        *end = from + match.rm_eo;
        if (is_allowed(line, start, *end))
            return start;
        if (!*start)
            break;
        from = start + 1;
    }
    return NULL;
}

/* The first place where any pattern matches, and there the longest match. */
static const char *find(const char *line, const char *from, const char **end)
{
    const char *first = NULL;

    for (size_t i = 0; i < pattern_count; i++) {
        const char *this_end;
        const char *start = find_pattern(&patterns[i], line, from, &this_end);

        if (start &&
            (!first || start < first || (start == first && this_end > *end))) {
            first = start;
            *end = this_end;
        }
    }
    return first;
}

static void print_prefix(const char *name, unsigned long number)
{
    if (has_names)
        printf("%s:", name);
    if (options['n'])
        printf("%lu:", number);
}

/* -o: each part that matches, if it is not empty, on a line. */
static void print_matches(const char *line, const char *name,
                          unsigned long number)
{
    const char *from = line;
    const char *end;

    while (*from && (from = find(line, from, &end)) != NULL) {
        if (end > from) {
            print_prefix(name, number);
            printf("%.*s\n", (int)(end - from), from);
            from = end;
        } else if (*from) {
            from++;
        }
    }
}

static void print_selected(const char *line, const char *name,
                           unsigned long number)
{
    if (options['o'] && !options['v']) {
        print_matches(line, name, number);
    } else if (!options['o']) {
        print_prefix(name, number);
        puts(line);
    }
}

/* Looks also behind NUL bytes, which only a file that is no text has. */
static int is_match(const char *line, size_t len)
{
    const char *part, *end;

    for (part = line; part <= line + len; part += strlen(part) + 1)
        if (find(part, part, &end))
            return 1;
    return 0;
}

/* Returns whether a line was selected. */
static int grep_file(FILE *f, const char *name)
{
    unsigned long number = 0;
    unsigned long selected = 0;
    char *line = NULL;
    size_t size = 0;
    ssize_t len;

    while ((len = getline(&line, &size, f)) > 0) {
        number++;
        if (line[len - 1] == '\n')
            line[--len] = '\0';
        if (is_match(line, (size_t)len) == options['v'])
            continue;
        selected++;
        if (options['q'] || options['l'])
            break;
        if (memchr(line, '\0', (size_t)len) && !options['c']) {
            printf("grep: %s: binary file matches\n", name);
            break;
        }
        if (!options['c'])
            print_selected(line, name, number);
    }
    free(line);
    if (options['q'])
        return selected > 0;
    if (options['l'] && selected)
        puts(name);
    else if (options['c'])
        printf("%s%s%lu\n", has_names ? name : "", has_names ? ":" : "",
               selected);
    return selected > 0;
}

static void fail(const char *name)
{
    if (!options['s'])
        warn("%s", name);
    has_failed = 1;
}

static void grep_name(const char *name)
{
    FILE *f = fopen(name, "r");

    if (!f) {
        fail(name);
        return;
    }
    has_selected |= grep_file(f, name);
    if (ferror(f)) /* a directory, for one */
        fail(name);
    fclose(f);
}

/* -r: all files in PATH, or here if that is NULL, but not through links. */
static void grep_directory(const char *path)
{
    DIR *dir = opendir(path ? path : ".");
    struct dirent *entry;
    struct stat st;

    if (!dir) {
        fail(path ? path : ".");
        return;
    }
    while ((entry = readdir(dir)) != NULL) {
        const char *name = entry->d_name;
        char *inner = NULL;

        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        if (asprintf(&inner, "%s%s%s", path ? path : "", path ? "/" : "",
                     name) < 0)
            err(STATUS_ERROR, NULL);
        if (lstat(inner, &st) == 0 && S_ISDIR(st.st_mode))
            grep_directory(inner);
        else if (S_ISREG(st.st_mode))
            grep_name(inner);
        free(inner);
    }
    closedir(dir);
}

static int is_directory(const char *name)
{
    struct stat st;

    return name && stat(name, &st) == 0 && S_ISDIR(st.st_mode);
}

static int usage(void)
{
    fprintf(stderr, "usage: grep [-EFHchilnoqrsvwx] [-e pattern]... [-f file]... "
                    "[pattern] [file...]\n");
    return STATUS_ERROR;
}

int main(int argc, char *argv[])
{
    char *texts = NULL;
    int c;

    while ((c = getopt(argc, argv, OPTIONS)) != -1) {
        if (c == '?')
            return usage();
        options[c] = 1;
        if (c == 'e')
            append_text(&texts, optarg);
        else if (c == 'f')
            append_file(&texts, optarg);
    }
    if (!options['e'] && !options['f']) {
        if (optind == argc)
            return usage();
        texts = argv[optind++];
    }
    if (texts)
        add_patterns(texts);
    has_names = (argc - optind > 1 || options['H'] ||
                 (options['r'] &&
                  (optind == argc || is_directory(argv[optind])))) &&
                !options['h'];

    if (optind == argc && options['r'])
        grep_directory(NULL);
    else if (optind == argc)
        has_selected = grep_file(stdin, STDIN_NAME);
    for (; optind < argc; optind++) {
        if (strcmp(argv[optind], "-") == 0)
            has_selected |= grep_file(stdin, STDIN_NAME);
        else if (options['r'] && is_directory(argv[optind]))
            grep_directory(argv[optind]);
        else
            grep_name(argv[optind]);
    }
    if (fflush(stdout) < 0 || ferror(stdout))
        err(STATUS_ERROR, "standard output");
    if (has_failed && !(options['q'] && has_selected))
        return STATUS_ERROR;
    return has_selected ? 0 : STATUS_NONE;
}
