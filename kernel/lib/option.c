/* SPDX-License-Identifier: MIT */
/*
 * The words of the boot command line, and who may ask for them.
 *
 * option_parse runs once, early at boot; afterwards every room asks for the
 * option that it owns.  Owns the copy of the line, cut into words in place.
 * A boot loader may put the kernel's own file name first: it is skipped.  A
 * value or argument may stand in quotes ('' or "") to hold blanks.  Where an
 * option is given twice, the last one counts.
 * To add an option: one row below, and option_get where it is used.
 */
#include "lib/option.h"

#include "lib/printf.h"
#include "lib/string.h"

/* Every option there is. The text tells the reader; it is not printed. */
static const struct option_row {
    const char *name;
    const char *meaning;
} option_rows[] = {
    { "init", "the first program; default /bin/init" },
    { "sched", "the scheduling policy" },
    { "slice", "length of a time slice in ticks" },
    { "seed", "where the random numbers start" },
    { "console", "which devices are the console: serial, vga" },
    { "verbose", "tell more while booting" },
    { "trace", "which events go to the second serial port" },
    { "gdb", "the debugger stub on the second serial port" },
    { "test", "run the kernel's self-tests: all, or those that match" },
    { "fail", "let the Nth allocation fail" },
    { "crash", "provoke a panic of this kind" },
};

#define OPTION_LINE_MAX 1024u
#define OPTION_WORDS_MAX 128u

static char option_line[OPTION_LINE_MAX];
/* Options as "name=value" or "name"; the first program's arguments. */
static char *option_words[OPTION_WORDS_MAX];
static unsigned int option_count;
static char *option_arguments[OPTION_WORDS_MAX];
static unsigned int option_argument_count;

static bool option_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* Removes the quote that opens at QUOTE. Returns: the end of the word. */
static char *option_unquote(char *quote)
{
    char *close = strchr(quote + 1, *quote);

    if (close == NULL) /* no pair: it stands for itself */
        return quote + 1;
    memmove(quote, quote + 1, (size_t)(close - quote - 1));
    memset(close - 1, ' ', 2); /* both quotes, now behind the text */
    return close - 1;
}

/*
 * Cuts the next word off *REST.  A quote counts only where a word or a value
 * begins, so that an apostrophe in a file name does no harm.
 * Returns: the word, or NULL at the end of the line.
 */
static char *option_next_word(char **rest)
{
    char *word = *rest;
    char *end;

    while (option_is_blank(*word))
        word++;
    if (*word == '\0')
        return NULL;
    for (end = word; *end != '\0' && !option_is_blank(*end); end++) {
        if ((*end == '\'' || *end == '"') && (end == word || end[-1] == '=')) {
            end = option_unquote(end);
            break;
        }
    }
    while (*end != '\0' && !option_is_blank(*end))
        end++;
    *rest = *end == '\0' ? end : end + 1;
    *end = '\0';
    return word;
}

/* Whether WORD is NAME itself or NAME=. */
static bool option_has_name(const char *word, const char *name)
{
    size_t len = strlen(name);

    return strncmp(word, name, len) == 0 &&
           (word[len] == '\0' || word[len] == '=');
}

static bool option_is_known(const char *word)
{
    for (size_t i = 0; i < ARRAY_LEN(option_rows); i++) {
        if (option_has_name(word, option_rows[i].name))
            return true;
    }
    return false;
}

/* The length of what stands before any = in WORD. */
static size_t option_name_len(const char *word)
{
    const char *sign = strchr(word, '=');

    return sign == NULL ? strlen(word) : (size_t)(sign - word);
}

/* Whether the name in WORD can only be part of a file name. */
static bool option_is_path(const char *word)
{
    size_t len = option_name_len(word);

    return memchr(word, '/', len) != NULL || memchr(word, '.', len) != NULL;
}

static void option_add(char *word)
{
    if (option_is_known(word))
        option_words[option_count++] = word;
    else if (option_count > 0 || !option_is_path(word))
        klog("option: unknown \"%.*s\" is ignored\n",
             (int)option_name_len(word), word);
}

void option_parse(const char *command_line)
{
    char *rest = option_line;
    char *word;
    bool is_argument = false;

    if (strlcpy(option_line, command_line, sizeof(option_line)) >=
        sizeof(option_line))
        klog("option: the command line is too long and was cut\n");
    option_count = 0;
    option_argument_count = 0;
    while ((word = option_next_word(&rest)) != NULL) {
        if (option_count + option_argument_count == OPTION_WORDS_MAX) {
            klog("option: too many words, the rest is ignored\n");
            return;
        }
        if (is_argument)
            option_arguments[option_argument_count++] = word;
        else if (strcmp(word, "--") == 0)
            is_argument = true;
        else
            option_add(word);
    }
}

const char *option_get(const char *name)
{
    for (unsigned int i = option_count; i-- > 0;) {
        if (option_has_name(option_words[i], name)) {
            const char *value = option_words[i] + strlen(name);

            return *value == '=' ? value + 1 : value;
        }
    }
    return NULL;
}

unsigned long option_number(const char *name, unsigned long fallback)
{
    const unsigned long base = 10;
    const char *text = option_get(name);
    unsigned long value = 0;

    if (text == NULL)
        return fallback;
    for (const char *p = text; *p >= '0' && *p <= '9'; p++) {
        unsigned long digit = (unsigned long)(*p - '0');

        if (value > (~0ul - digit) / base)
            break;
        value = value * base + digit;
        if (p[1] == '\0')
            return value;
    }
    klog("option: %s=\"%s\" is not a number, %lu is used\n", name, text,
         fallback);
    return fallback;
}

const char *option_argument(unsigned int n)
{
    return n < option_argument_count ? option_arguments[n] : NULL;
}
