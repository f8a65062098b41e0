/* SPDX-License-Identifier: MIT */
/*
 * The built-ins that tell about commands: type, command -v, hash, help.
 *
 * They look a name up in the order in which command.c does, alias first.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "builtin.h"
#include "sh.h"

#define HELP_COLUMNS 6

static void describe_alias(const char *name, bool plain)
{
    if (plain) {
        printf("alias %s=", name);
        quote_print(alias_text(name));
        putchar('\n');
    } else {
        printf("%s is an alias for %s\n", name, alias_text(name));
    }
}

static int describe_program(const char *name, bool plain)
{
    char *path = command_find(name);

    if (path == NULL || access(path, X_OK) != 0) {
        free(path);
        fflush(stdout);
        if (!plain)
            fprintf(stderr, "%s: not found\n", name);
        return STATUS_NOTFOUND;
    }
    if (plain)
        printf("%s\n", path);
    else
        printf("%s is %s\n", name, path);
    free(path);
    return 0;
}

static bool is_reserved(const char *name)
{
    static const char *const words[] = {
        "!", "{", "}", "case", "do", "done", "elif", "else", "esac", "fi",
        "for", "if", "in", "then", "until", "while",
    };
    size_t i;

    for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strcmp(name, words[i]) == 0)
            return true;
    }
    return false;
}

/* What kind of command is NAME?  A line, or with PLAIN only how to call it. */
int command_describe(const char *name, bool plain)
{
    const struct builtin *b = builtin_find(name);

    if (alias_text(name))
        describe_alias(name, plain);
    else if (is_reserved(name))
        printf("%s%s\n", name, plain ? "" : " is a shell keyword");
    else if (function_find(name) && !(b && b->special))
        printf("%s%s\n", name, plain ? "" : " is a shell function");
    else if (b)
        printf("%s%s%s\n", name, plain ? "" : " is a ",
               plain        ? ""
               : b->special ? "special shell builtin"
                            : "shell builtin");
    else
        return describe_program(name, plain);
    return 0;
}

int builtin_type(int argc, char **argv)
{
    int i, status = 0;

    for (i = 1; i < argc; i++)
        status |= command_describe(argv[i], false);
    return status;
}

/* hash [-r] [name...]: no paths are remembered, so it only looks. */
int builtin_hash(int argc, char **argv)
{
    int i, status = 0;

    for (i = 1; i < argc; i++) {
        char *path = argv[i][0] == '-' ? mem_copy("") : command_find(argv[i]);

        if (path == NULL && !builtin_find(argv[i]) && !function_find(argv[i])) {
            sh_warn("hash: %s: not found", argv[i]);
            status = 1;
        }
        free(path);
    }
    return status;
}

int builtin_help(int argc, char **argv)
{
    size_t i, count;
    const struct builtin *table = builtin_table(&count);

    (void)argc;
    (void)argv;
    printf("These commands are built in; all others are programs.\n");
    for (i = 0; i < count; i++)
        printf("%-12s%s", table[i].name,
               i % HELP_COLUMNS == HELP_COLUMNS - 1 || i + 1 == count ? "\n"
                                                                      : "");
    return 0;
}
