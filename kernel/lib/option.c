/* SPDX-License-Identifier: MIT */
/*
 * The words of the boot command line, and who may ask for them.
 *
 * option_parse runs once, early at boot; afterwards every room asks for the
 * option that it owns.  Owns the line, in which the words that count are put end to end.
 * A value or argument may stand in quotes ('' or "") to hold blanks.  Where an
 * option is given twice, the last one counts.  A boot loader may put the
 * kernel's file name first: an unknown first word without = is skipped.
 * To add an option: its name below, and option_get where it is used.
 */
#include "lib/option.h"

#include "lib/number.h"
#include "lib/printf.h"
#include "lib/string.h"

/* Every option there is. */
static const char *const option_names[] = {
    "init",    /* the first program; default /bin/init */
    "sched",   /* the scheduling policy */
    "slice",   /* length of a time slice in ticks */
    "seed",    /* where the random numbers start; the timer has some, too */
    "trace",   /* where the trace goes to, and which events */
    "console", /* which devices are the console: serial, vga */
    "test",    /* run the kernel's self-tests: all, or those that match */
    "crash",   /* provoke a panic of this kind */
};

/* Options as "name=value" or "name", each with its NUL, and behind them the first
 * program's arguments. */
static char *option_words, *option_arguments, *option_end;

static bool option_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/*
 * Cuts the next word off *REST and takes its quotes away.  A quote counts only
 * where a word or a value begins and if it has its pair, so that an apostrophe
 * in a file name does no harm.
 * Returns: the word, or NULL at the end of the line.
 */
static char *option_next_word(char **rest)
{
    char *from = *rest;
    char *word, *to;
    char quote = '\0'; /* the one that is open */

    while (option_is_blank(*from))
        from++;
    if (*from == '\0')
        return NULL;
    word = to = from;
    for (; *from != '\0' && (quote || !option_is_blank(*from)); from++) {
        bool is_start = to == word || to[-1] == '=';

        if (*from == quote)
            quote = '\0';
        else if (!quote && is_start && (*from == '\'' || *from == '"') &&
                 strchr(from + 1, *from) != NULL)
            quote = *from;
        else
            *to++ = *from;
    }
    *rest = *from == '\0' ? from : from + 1;
    *to = '\0';
    return word;
}

/* Whether WORD is NAME itself or NAME=. */
static bool option_has_name(const char *word, const char *name)
{
    size_t len = strlen(name);

    return strncmp(word, name, len) == 0 &&
           (word[len] == '\0' || word[len] == '=');
}

static char *option_behind(char *word)
{
    return word + strlen(word) + 1;
}

static bool option_is_known(const char *word)
{
    for (size_t i = 0; i < ARRAY_LEN(option_names); i++) {
        if (option_has_name(word, option_names[i]))
            return true;
    }
    return false;
}

void option_parse(char *line)
{
    char *rest = line;
    char *word;
    bool is_first = true, is_argument = false;

    option_words = option_arguments = option_end = line;
    while ((word = option_next_word(&rest)) != NULL) {
        const char *sign = strchr(word, '=');

        if (is_argument || option_is_known(word)) {
            memmove(option_end, word, strlen(word) + 1);
            option_end = option_behind(option_end);
            if (!is_argument)
                option_arguments = option_end;
        } else if (strcmp(word, "--") == 0) {
            is_argument = true;
        } else if (sign != NULL || !is_first) {
            klog("option: unknown \"%.*s\" is ignored\n",
                 sign != NULL ? (int)(sign - word) : -1, word);
        }
        is_first = false;
    }
}

const char *option_get(const char *name)
{
    const char *value = NULL;

    for (char *word = option_words; word < option_arguments;
         word = option_behind(word)) {
        if (option_has_name(word, name))
            value = word + strlen(name);
    }
    return value && *value == '=' ? value + 1 : value;
}

unsigned long option_number(const char *name, unsigned long fallback)
{
    const char *text = option_get(name);
    unsigned long value;

    if (text == NULL)
        return fallback;
    if (number_parse(text, ~0ul, &value))
        return value;
    klog("option: %s=\"%s\" is not a number, %lu is used\n", name, text,
         fallback);
    return fallback;
}

const char *option_argument(unsigned int n)
{
    char *word = option_arguments;

    while (word < option_end && n-- > 0)
        word = option_behind(word);
    return word < option_end ? word : NULL;
}
