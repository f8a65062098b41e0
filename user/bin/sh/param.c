/* SPDX-License-Identifier: MIT */
/*
 * Parameters: $x, the special ones, and ${...} with its operators
 * (POSIX.1-2017, Shell, 2.5 and 2.6.2).
 *
 * A parameter is named by text throughout: "x", "1", "?" or "@".  Only $@ and
 * $* are more than one value; they go out parameter by parameter with breaks
 * between.
 *
 * Read next: vars.c for where the values are kept.
 */
#include <ctype.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sh.h"

#define SPECIAL "@*#?-$!"
#define OPTIONS_MAX 16

/* The length of the parameter's name after a $, 0 when there is none. */
size_t param_length(const char *text)
{
    size_t len = 0;

    if (*text && (strchr(SPECIAL, *text) || isdigit((unsigned char)*text)))
        return 1;
    while (isalnum((unsigned char)text[len]) || text[len] == '_')
        len++;
    return len;
}

static bool param_is_list(const char *name)
{
    return strcmp(name, "@") == 0 || strcmp(name, "*") == 0;
}

/* A malloc'd copy of the value, NULL when the parameter is not set. */
static char *param_value(const char *name)
{
    char text[24];
    const char *value = text;
    long n;

    if (isdigit((unsigned char)*name)) {
        n = atol(name);
        value = n == 0 ? sh.name : n <= sh.nparams ? sh.params[n - 1] : NULL;
    } else if (strcmp(name, "#") == 0) {
        snprintf(text, sizeof(text), "%d", sh.nparams);
    } else if (strcmp(name, "?") == 0) {
        snprintf(text, sizeof(text), "%d", sh.status);
    } else if (strcmp(name, "$") == 0) {
        snprintf(text, sizeof(text), "%d", (int)sh.pid);
    } else if (strcmp(name, "!") == 0) {
        if (sh.last_bg == 0)
            return NULL;
        snprintf(text, sizeof(text), "%d", (int)sh.last_bg);
    } else if (strcmp(name, "-") == 0) {
        options_letters(text);
    } else if (strcmp(name, "LINENO") == 0) {
        snprintf(text, sizeof(text), "%d", sh.line);
    } else if (param_is_list(name)) {
        value = sh.nparams ? sh.params[0] : NULL;
    } else {
        value = var_get(name);
    }
    return value ? mem_copy(value) : NULL;
}

/* $@ and $*: see POSIX.1-2017, Shell, 2.5.2. */
static void param_put_list(struct expansion *ex, const char *name, bool quoted)
{
    const char *ifs = var_get("IFS");
    int i;

    if (*name == '@' && quoted && sh.nparams == 0)
        ex->no_field = true;
    for (i = 0; i < sh.nparams; i++) {
        if (i > 0 && *name == '*' && quoted) {
            if (ifs == NULL || *ifs)
                expansion_add(ex, ifs ? *ifs : ' ', MARK_QUOTED);
        } else if (i > 0) {
            expansion_add(ex, '\0', MARK_BREAK);
        }
        if (quoted)
            expansion_add(ex, '\0', MARK_NOTHING);
        expansion_put(ex, sh.params[i], quoted);
    }
}

void param_put(struct expansion *ex, const char *name, bool quoted)
{
    char *value;

    if (param_is_list(name)) {
        param_put_list(ex, name, quoted);
        return;
    }
    value = param_value(name);
    if (value)
        expansion_put(ex, value, quoted);
    if (value == NULL && sh.opt_nounset) {
        sh_error(STATUS_ERROR, "%s: parameter not set", name);
        ex->failed = true;
    }
    free(value);
}

static void param_put_length(struct expansion *ex, const char *name,
                             bool quoted)
{
    char *value = param_value(name), text[24];

    if (value == NULL && sh.opt_nounset && !param_is_list(name)) {
        sh_error(STATUS_ERROR, "%s: parameter not set", name);
        ex->failed = true;
    }
    snprintf(text, sizeof(text), "%lu",
             param_is_list(name) ? (unsigned long)sh.nparams
             : value             ? (unsigned long)strlen(value)
                                 : 0);
    expansion_put(ex, text, quoted);
    free(value);
}

/* Cuts from VALUE the shortest or LONGEST PREFIX or suffix that matches. */
static void param_cut(char *value, const char *pattern, bool prefix,
                      bool longest)
{
    size_t len = strlen(value), i;

    for (i = 0; i <= len; i++) {
        size_t cut = longest ? len - i : i; /* how much to take off */
        size_t at = prefix ? cut : len - cut;
        char kept = value[at];
        bool matches;

        if (prefix) {
            value[at] = '\0';
            matches = fnmatch(pattern, value, 0) == 0;
            value[at] = kept;
        } else {
            matches = fnmatch(pattern, value + at, 0) == 0;
        }
        if (!matches)
            continue;
        if (prefix)
            memmove(value, value + at, len - at + 1);
        else
            value[at] = '\0';
        return;
    }
}

/* ${name%pattern} and its three sisters; OP points at the operator. */
static void param_put_cut(struct expansion *ex, const char *name,
                          const char *op, bool quoted)
{
    bool longest = op[1] == op[0];
    char *value = param_value(name);
    char *pattern = expand_pattern(op + (longest ? 2 : 1));

    if (pattern == NULL) {
        ex->failed = true;
    } else if (value) {
        param_cut(value, pattern, *op == '#', longest);
        expansion_put(ex, value, quoted);
    }
    free(value);
    free(pattern);
}

static void param_put_word(struct expansion *ex, const char *word, bool quoted)
{
    ex->params++;
    expand_word(ex, word, quoted);
    ex->params--;
}

/* ${name=word}: gives the variable its value, then uses it. */
static void param_assign(struct expansion *ex, const char *name,
                         const char *word, bool quoted)
{
    struct expansion inner = { .heredoc = ex->heredoc };
    char *value;

    if (!name_is_valid(name, strlen(name))) {
        sh_error(STATUS_ERROR, "%s: cannot be assigned to", name);
        ex->failed = true;
        return;
    }
    param_put_word(&inner, word, quoted);
    value = expand_plain(&inner);
    if (inner.failed || !var_set(name, value))
        ex->failed = true;
    else
        expansion_put(ex, value, quoted);
    free(value);
    expansion_free(&inner);
}

static void param_complain(struct expansion *ex, const char *name,
                           const char *word)
{
    char *text = expand_text(word);

    sh_error(STATUS_ERROR, "%s: %s", name,
             text && *text ? text : "parameter null or not set");
    ex->failed = true;
    free(text);
}

/* ${name OP word}, where the operator may have a colon before it. */
static void param_operate(struct expansion *ex, const char *name,
                          const char *op, bool quoted)
{
    bool colon = *op == ':';
    char *value = param_value(name);
    bool is_set = value && !(colon && *value == '\0');
    const char *word;

    free(value);
    op += colon;
    word = op + 1;
    if (*op == '+') {
        if (is_set)
            param_put_word(ex, word, quoted);
    } else if (is_set) {
        param_put(ex, name, quoted);
    } else if (*op == '-') {
        param_put_word(ex, word, quoted);
    } else if (*op == '=') {
        param_assign(ex, name, word, quoted);
    } else {
        param_complain(ex, name, word);
    }
}

/* INNER is what stands between the braces of ${...}. */
void param_braces(struct expansion *ex, const char *inner, bool quoted)
{
    bool wants_length = *inner == '#' && param_length(inner + 1) != 0;
    size_t len;
    char *name;
    const char *op;

    inner += wants_length;
    len = param_length(inner);
    if (isdigit((unsigned char)*inner))
        len = strspn(inner, "0123456789");
    name = mem_alloc(len + 1);
    memcpy(name, inner, len);
    op = inner + len;
    if (len == 0 || (wants_length && *op) ||
        (*op && !strchr("%#-=?+", *op) &&
         !(*op == ':' && op[1] && strchr("-=?+", op[1])))) {
        sh_error(STATUS_ERROR, "${%s}: bad substitution", inner);
        ex->failed = true;
    } else if (wants_length) {
        param_put_length(ex, name, quoted);
    } else if (*op == '\0') {
        param_put(ex, name, quoted);
    } else if (*op == '%' || *op == '#') {
        param_put_cut(ex, name, op, quoted);
    } else {
        param_operate(ex, name, op, quoted);
    }
    free(name);
}
