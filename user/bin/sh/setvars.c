/* SPDX-License-Identifier: MIT */
/*
 * Built-ins about variables, parameters and options: set, shift, export,
 * readonly, unset, local.
 *
 * Read next: reading.c for read and getopts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "sh.h"

static const struct shell_option {
    char letter;
    const char *name;
    bool *flag;
} shell_options[] = {
    { 'a', "allexport", &sh.opt_allexport },
    { 'b', "notify", &sh.opt_notify },
    { 'C', "noclobber", &sh.opt_noclobber },
    { 'e', "errexit", &sh.opt_errexit },
    { 'f', "noglob", &sh.opt_noglob },
    { 'i', "interactive", &sh.interactive },
    { 'm', "monitor", &sh.opt_monitor },
    { 'n', "noexec", &sh.opt_noexec },
    { 'u', "nounset", &sh.opt_nounset },
    { 'v', "verbose", &sh.opt_verbose },
    { 'x', "xtrace", &sh.opt_xtrace },
};
#define SHELL_OPTIONS (sizeof(shell_options) / sizeof(shell_options[0]))

/* $-: the letters of the options that are on. */
void options_letters(char *out)
{
    size_t i;

    for (i = 0; i < SHELL_OPTIONS; i++) {
        if (*shell_options[i].flag)
            *out++ = shell_options[i].letter;
    }
    *out = '\0';
}

static void option_apply(const struct shell_option *option, bool on)
{
    if (option->flag == &sh.opt_monitor)
        jobs_set_monitor(on);
    else if (option->flag != &sh.interactive)
        *option->flag = on;
}

/* Turns each option of LETTERS on or off; false at an unknown one. */
bool option_set(const char *letters, bool on)
{
    size_t i;

    for (; *letters; letters++) {
        for (i = 0; i < SHELL_OPTIONS; i++) {
            if (shell_options[i].letter == *letters)
                break;
        }
        if (i == SHELL_OPTIONS) {
            sh_error(STATUS_ERROR, "illegal option -%c", *letters);
            return false;
        }
        option_apply(&shell_options[i], on);
    }
    return true;
}

/* set -o name; without a name, what is on. */
static bool option_set_name(const char *name, bool on)
{
    size_t i;

    for (i = 0; i < SHELL_OPTIONS; i++) {
        if (name == NULL)
            printf("%-16s%s\n", shell_options[i].name,
                   *shell_options[i].flag ? "on" : "off");
        else if (strcmp(shell_options[i].name, name) == 0) {
            option_apply(&shell_options[i], on);
            return true;
        }
    }
    if (name)
        sh_error(STATUS_ERROR, "illegal option -o %s", name);
    return name == NULL;
}

/* Makes LIST the positional parameters. */
void params_set(int count, char **list)
{
    char **params = mem_alloc((count + 1) * sizeof(*params));
    int i;

    for (i = 0; i < count; i++)
        params[i] = mem_copy(list[i]);
    for (i = 0; sh.params && sh.params[i]; i++)
        free(sh.params[i]);
    free(sh.params);
    sh.params = params;
    sh.nparams = count;
}

static int var_compare(const void *a, const void *b)
{
    return strcmp((*(struct var *const *)a)->name,
                  (*(struct var *const *)b)->name);
}

/* Prints variables in order: all, or only exported or readonly ones. */
static void vars_print(const char *prefix, bool exported, bool readonly)
{
    struct var **list, *v;
    size_t count = 0, i;

    for (v = var_first(); v; v = v->next)
        count++;
    list = mem_alloc((count + 1) * sizeof(struct var *));
    for (v = var_first(), count = 0; v; v = v->next) {
        if ((!exported || v->exported) && (!readonly || v->readonly) &&
            (v->value || exported || readonly))
            list[count++] = v;
    }
    qsort(list, count, sizeof(struct var *), var_compare);
    for (i = 0; i < count; i++) {
        printf("%s%s", prefix, list[i]->name);
        if (list[i]->value) {
            putchar('=');
            quote_print(list[i]->value);
        }
        putchar('\n');
    }
    free(list);
}

/* set [-options] [-o name] [--] [parameters] */
int builtin_set(int argc, char **argv)
{
    int i = 1;

    if (argc == 1)
        vars_print("", false, false);
    for (; i < argc && (argv[i][0] == '-' || argv[i][0] == '+'); i++) {
        bool on = argv[i][0] == '-';

        if (strcmp(argv[i], "--") == 0) {
            params_set(argc - i - 1, argv + i + 1);
            return 0;
        }
        if (argv[i][1] == '\0')
            break;
        if (strcmp(argv[i] + 1, "o") == 0) {
            if (!option_set_name(i + 1 < argc ? argv[i + 1] : NULL, on))
                return STATUS_ERROR;
            i++;
        } else if (!option_set(argv[i] + 1, on)) {
            return STATUS_ERROR;
        }
    }
    if (i < argc)
        params_set(argc - i, argv + i);
    return 0;
}

int builtin_shift(int argc, char **argv)
{
    long n = 1, i;

    if (argc > 1 && !number_parse(argv[1], &n))
        return sh_error(STATUS_ERROR, "shift: bad number: %s", argv[1]);
    if (n > sh.nparams)
        return sh_error(STATUS_ERROR, "shift: can't shift that many");
    for (i = 0; i < n; i++)
        free(sh.params[i]);
    sh.nparams -= (int)n;
    memmove(sh.params, sh.params + n, (sh.nparams + 1) * sizeof(*sh.params));
    return 0;
}

/* Sets the variable of NAME or NAME=VALUE, whose expansions are done. */
static struct var *var_set_word(const char *command, const char *word)
{
    size_t len = strcspn(word, "=");
    char *name = mem_alloc(len + 1);
    struct var *v = NULL;

    memcpy(name, word, len);
    if (!name_is_valid(name, len))
        sh_error(STATUS_ERROR, "%s: %s: bad variable name", command, name);
    else if (word[len] == '\0' || var_set(name, word + len + 1))
        v = var_declare(name);
    free(name);
    return v;
}

/* export and readonly: [-p] name[=value]... */
int builtin_export(int argc, char **argv)
{
    bool exports = argv[0][0] == 'e';
    struct var *v;
    int i = 1;

    if (argc == 1 || strcmp(argv[1], "-p") == 0) {
        vars_print(exports ? "export " : "readonly ", exports, !exports);
        return 0;
    }
    if (strcmp(argv[1], "--") == 0)
        i++;
    for (; i < argc; i++) {
        v = var_set_word(argv[0], argv[i]);
        if (v == NULL)
            return STATUS_ERROR;
        if (exports)
            v->exported = true;
        else
            v->readonly = true;
    }
    return 0;
}

/* local name[=value]...: as before once the function returns. */
int builtin_local(int argc, char **argv)
{
    int i;

    if (var_locals == NULL)
        return sh_error(STATUS_ERROR, "local: not in a function");
    for (i = 1; i < argc; i++) {
        size_t len = strcspn(argv[i], "=");
        char *name = mem_alloc(len + 1);

        memcpy(name, argv[i], len);
        var_save(var_locals, name);
        free(name);
        if (var_set_word(argv[0], argv[i]) == NULL)
            return STATUS_ERROR;
    }
    return 0;
}

int builtin_unset(int argc, char **argv)
{
    bool functions = argc > 1 && strcmp(argv[1], "-f") == 0;
    int i = functions || (argc > 1 && strcmp(argv[1], "-v") == 0) ? 2 : 1;

    for (; i < argc; i++) {
        if (functions)
            function_unset(argv[i]);
        else if (!var_unset(argv[i]))
            return STATUS_ERROR;
    }
    return 0;
}
