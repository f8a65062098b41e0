/* SPDX-License-Identifier: MIT */
/*
 * Boot options: words, quotes, arguments, and warnings about the unknown.
 *
 * Sources: kernel/lib/option.c kernel/lib/number.c kernel/lib/string.c kernel/lib/printf.c
 */
#include "lib/option.h"

#include "lib/printf.h"
#include "lib/string.h"
#include "tap.h"

static char logged[4096];

void klog(const char *format, ...)
{
    size_t len = strlen(logged);
    va_list args;

    va_start(args, format);
    vsnprintf(logged + len, sizeof(logged) - len, format, args);
    va_end(args);
}

static void parse(const char *text)
{
    static char line[1024];

    logged[0] = '\0';
    strlcpy(line, text, sizeof(line));
    option_parse(line);
}

static const char *argument(unsigned int n)
{
    const char *word = option_argument(n);

    return word == NULL ? "(none)" : word;
}

static const char *value(const char *name)
{
    const char *text = option_get(name);

    return text == NULL ? "(none)" : text;
}

static void test_words(void)
{
    parse("build/tine.elf init=/bin/ls slice=7 test  -- -l  /tmp ");
    tap_is_text(value("init"), "/bin/ls", "name=value");
    tap_is_text(value("test"), "", "a bare word has an empty value");
    tap_is_text(value("crash"), "(none)", "what was not given is not there");
    tap_is((long long)option_number("slice", 3), 7, "a number");
    tap_is((long long)option_number("seed", 3), 3, "or what stands for it");
    tap_is_text(argument(0), "-l", "the first argument");
    tap_is_text(argument(1), "/tmp", "the second argument");
    tap_is_text(argument(2), "(none)", "there is no third");
    tap_is_text(logged, "", "a kernel's file name is no reason to warn");
    parse("");
    tap_is_text(value("init"), "(none)", "an empty line has no options");
    tap_is_text(argument(0), "(none)", "and no arguments");
    parse("init=/bin/a init=/bin/b");
    tap_is_text(value("init"), "/bin/b", "the last of two counts");
    parse("/home/o'neil/tine.elf init=/x -- it's");
    tap_is_text(value("init"), "/x", "an apostrophe in a path does no harm");
    tap_is_text(argument(0), "it's", "nor within an argument");
}

static void test_quotes(void)
{
    parse("init=\"/bin/a b\" -- -c 'echo hi; ls' \"\" 'x' y");
    tap_is_text(value("init"), "/bin/a b", "a value in quotes");
    tap_is_text(argument(0), "-c", "an argument before the quoted one");
    tap_is_text(argument(1), "echo hi; ls", "an argument in quotes");
    tap_is_text(argument(2), "", "an empty argument");
    tap_is_text(argument(3), "x", "a quoted word of one byte");
    tap_is_text(argument(4), "y", "the word behind the quotes");
    parse("-- 'open");
    tap_is_text(argument(0), "'open", "a quote without its pair is itself");
}

static void test_warnings(void)
{
    char line[3000];

    parse("foo=1 sched=rr initx=2 bar");
    tap_is_text(logged,
                "option: unknown \"foo\" is ignored\n"
                "option: unknown \"initx\" is ignored\n"
                "option: unknown \"bar\" is ignored\n",
                "unknown options are warned about by name");
    tap_is_text(value("sched"), "rr", "the known ones count all the same");
    parse("slice=12x");
    tap_is((long long)option_number("slice", 5), 5, "a bad number: fallback");
    tap_ok(strlen(logged) > 0, "and a warning");
    parse("slice=99999999999999999999999");
    tap_is((long long)option_number("slice", 5), 5, "a number too large");
    parse("slice=");
    tap_is((long long)option_number("slice", 5), 5, "no number at all");
    for (size_t i = 0; i < sizeof(line); i++)
        line[i] = i % 2 ? ' ' : '-';
    memcpy(line, "-- ", 3);
    line[sizeof(line) - 1] = '\0';
    parse(line);
    tap_ok(option_argument(500) != NULL && option_argument(512) == NULL,
           "a line full of words");
}

int main(void)
{
    test_words();
    test_quotes();
    test_warnings();
    return tap_done();
}
