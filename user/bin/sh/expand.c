/* SPDX-License-Identifier: MIT */
/*
 * Words to text: what quotes, $ and ~ mean (POSIX.1-2017, Shell, 2.2 and 2.6).
 *
 * The written word is walked once.  What comes out is kept with a mark for
 * each character: was it written, quoted, or the result of a $ construct?
 * The later steps ask only the marks: results are split into fields, what is
 * quoted is no pattern, and "" is a field although there is nothing in it.
 *
 * Read next: param.c for ${...}, fields.c for the splitting.
 */
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sh.h"

void expansion_add(struct expansion *ex, char c, enum mark mark)
{
    buffer_add(&ex->text, c);
    buffer_add(&ex->marks, mark);
}

/* Adds the result of a $ construct. */
void expansion_put(struct expansion *ex, const char *text, bool quoted)
{
    for (; *text; text++)
        expansion_add(ex, *text, quoted ? MARK_QUOTED : MARK_EXPANDED);
}

void expansion_free(struct expansion *ex)
{
    buffer_free(&ex->text);
    buffer_free(&ex->marks);
}

/* The characters FROM to TO as a pattern: a \ before what was quoted. */
char *expansion_pattern(const struct expansion *ex, size_t from, size_t to)
{
    struct buffer out = { 0 };
    size_t i;

    buffer_append(&out, "", 0);
    for (i = from; i < to; i++) {
        char c = ex->text.text[i];

        if (ex->marks.text[i] >= MARK_NOTHING)
            continue;
        if (ex->marks.text[i] == MARK_QUOTED && strchr("*?[]\\!^-", c))
            buffer_add(&out, '\\');
        buffer_add(&out, c);
    }
    return out.text;
}

/* The characters alone; where "$@" has a break there is a space. */
char *expand_plain(const struct expansion *ex)
{
    struct buffer out = { 0 };
    size_t i;

    buffer_append(&out, "", 0);
    for (i = 0; i < ex->text.len; i++) {
        if (ex->marks.text[i] < MARK_NOTHING)
            buffer_add(&out, ex->text.text[i]);
        else if (ex->marks.text[i] == MARK_BREAK)
            buffer_add(&out, ' ');
    }
    return out.text;
}

static char *text_slice(const char *text, size_t len)
{
    char *copy = mem_alloc(len + 1);

    return memcpy(copy, text, len);
}

static void expand_arith(struct expansion *ex, const char *raw, bool quoted)
{
    struct expansion inner = { 0 };
    char *text, number[24];
    long long result;

    expand_into(&inner, raw, true);
    text = expand_plain(&inner);
    if (inner.failed || !arith_eval(text, &result)) {
        ex->failed = true;
    } else {
        snprintf(number, sizeof(number), "%lld", result);
        expansion_put(ex, number, quoted);
    }
    free(text);
    expansion_free(&inner);
}

static void expand_command(struct expansion *ex, const char *text, bool quoted)
{
    char *output = command_output(text, strlen(text));

    expansion_put(ex, output, quoted);
    free(output);
}

static void expand_dollar(struct expansion *ex, struct lexer *lx, bool quoted)
{
    const char *text = lx->src->buf.text + lx->pos;
    size_t start = lx->pos, len, arith;
    char *inner;

    if (text[1] != '(' && text[1] != '{') {
        len = param_length(text + 1);
        inner = text_slice(text + 1, len);
        if (len)
            param_put(ex, inner, quoted);
        else
            expansion_add(ex, '$', quoted ? MARK_QUOTED : MARK_LITERAL);
        lx->pos += 1 + len;
        free(inner);
        return;
    }
    arith = text[1] == '(' && text[2] == '(' ? skip_arith_length(lx) : 0;
    skip_dollar(lx, quoted);
    len = lx->pos - start;
    if (lx->failed) {
        ex->failed = true;
    } else if (arith) {
        inner = text_slice(text + 3, len - strlen("$(())"));
        expand_arith(ex, inner, quoted);
        free(inner);
    } else {
        inner = text_slice(text + 2, len - strlen("$()"));
        if (text[1] == '{')
            param_braces(ex, inner, quoted);
        else
            expand_command(ex, inner, quoted);
        free(inner);
    }
}

/* Within `...`, a \ quotes only $ ` \ (and " when all is quoted). */
static void expand_backquote(struct expansion *ex, struct lexer *lx,
                             bool quoted)
{
    size_t i = lx->pos + 1, end;
    struct buffer inner = { 0 };
    const char *text = lx->src->buf.text;

    skip_backquote(lx);
    end = lx->pos - 1;
    buffer_append(&inner, "", 0);
    for (; i < end; i++) {
        if (text[i] == '\\' && strchr(quoted ? "$`\\\"" : "$`\\", text[i + 1]))
            i++;
        buffer_add(&inner, text[i]);
    }
    expand_command(ex, inner.text, quoted);
    buffer_free(&inner);
}

static void expand_backslash(struct expansion *ex, struct lexer *lx,
                             bool quoted)
{
    int c = lex_peek(lx, 1);
    bool special = !quoted || c == '$' || c == '`' || c == '\\' ||
                   (c == '"' && !ex->heredoc) || (c == '}' && ex->params);

    lx->pos += c == -1 ? 1 : 2;
    if (c == '\n')
        return; /* the line goes on */
    if (!special || c == -1)
        expansion_add(ex, '\\', MARK_QUOTED);
    if (c != -1)
        expansion_add(ex, c, MARK_QUOTED);
}

static void expand_single(struct expansion *ex, struct lexer *lx)
{
    size_t i = lx->pos + 1;

    skip_single(lx);
    expansion_add(ex, '\0', MARK_NOTHING);
    for (; i < lx->pos - 1; i++)
        expansion_add(ex, lx->src->buf.text[i], MARK_QUOTED);
}

static void expand_double(struct expansion *ex, struct lexer *lx)
{
    size_t start = lx->pos + 1, before = ex->text.len;
    char *inner;

    skip_double(lx);
    inner = text_slice(lx->src->buf.text + start, lx->pos - start - 1);
    ex->no_field = false;
    expand_into(ex, inner, true);
    if (ex->text.len > before || !ex->no_field)
        expansion_add(ex, '\0', MARK_NOTHING);
    free(inner);
}

/* Adds what RAW means; QUOTED: as between double quotes. */
void expand_into(struct expansion *ex, const char *raw, bool quoted)
{
    /* In ${x-a b} what is written is a result, too. */
    enum mark written = quoted       ? MARK_QUOTED
                        : ex->params ? MARK_EXPANDED
                                     : MARK_LITERAL;
    struct arena arena = { 0 };
    struct source src;
    struct lexer lx;
    int c;

    source_from_text(&src, raw, strlen(raw));
    lex_start(&lx, &src, &arena);
    lx.line = sh.line;
    while (!ex->failed && (c = lex_peek(&lx, 0)) != -1) {
        if (c == '\\') {
            expand_backslash(ex, &lx, quoted);
        } else if (c == '$') {
            expand_dollar(ex, &lx, quoted);
        } else if (c == '`') {
            expand_backquote(ex, &lx, quoted);
        } else if (c == '\'' && !quoted) {
            expand_single(ex, &lx);
        } else if (c == '"' && !quoted) {
            expand_double(ex, &lx);
        } else {
            lx.pos++;
            if (c != '"' || !ex->params) /* not those in "${x-"y"}" */
                expansion_add(ex, c, written);
        }
    }
    arena_free(&arena);
    source_close(&src);
}

/* At a ~ that begins a word: its home directory; returns what to skip. */
static size_t expand_tilde(struct expansion *ex, const char *raw, bool assign)
{
    size_t len = strcspn(raw, assign ? "/:" : "/");
    char *name = text_slice(raw + 1, len - 1);
    const char *home = NULL;
    struct passwd *user;

    if (*name == '\0') {
        home = var_get("HOME");
    } else if (name_is_valid(name, len - 1)) {
        user = getpwnam(name);
        home = user ? user->pw_dir : NULL;
    }
    free(name);
    if (home == NULL)
        return 0;
    expansion_add(ex, '\0', MARK_NOTHING);
    expansion_put(ex, home, true);
    return len;
}

/* Adds what the word RAW means, a ~ at its start included. */
void expand_word(struct expansion *ex, const char *raw, bool quoted)
{
    if (*raw == '~' && !quoted)
        raw += expand_tilde(ex, raw, false);
    expand_into(ex, raw, quoted);
}

/* Do this command's arguments of the form NAME=VALUE set variables? */
static bool command_declares(const char *name)
{
    return strcmp(name, "export") == 0 || strcmp(name, "readonly") == 0 ||
           strcmp(name, "local") == 0;
}

/* NAME=VALUE as an argument: one field, for a value is not split. */
static void expand_declaration(const char *raw, struct fields *out)
{
    size_t len = strchr(raw, '=') + 1 - raw;
    char *value = expand_assignment(raw + len);
    struct buffer text = { 0 };

    if (value == NULL)
        return;
    buffer_append(&text, raw, len);
    buffer_append(&text, value, strlen(value));
    fields_add(out, text.text);
    free(value);
}

void expand_words(const struct word *words, struct fields *out)
{
    bool declares = words && command_declares(words->text);

    for (; words && sh.unwind == UNWIND_NONE; words = words->next) {
        struct expansion ex = { 0 };

        if (strpbrk(words->text, "\\'\"$`~*?[") == NULL) {
            fields_add(out, mem_copy(words->text));
            continue;
        }
        if (declares && word_is_assignment(words->text)) {
            expand_declaration(words->text, out);
            continue;
        }
        expand_word(&ex, words->text, false);
        if (!ex.failed)
            fields_split(out, &ex);
        expansion_free(&ex);
    }
}

/* One text out of a word, as in redirections: neither split nor globbed. */
char *expand_text(const char *raw)
{
    struct expansion ex = { 0 };
    char *text;

    expand_word(&ex, raw, false);
    text = ex.failed ? NULL : expand_plain(&ex);
    expansion_free(&ex);
    return text;
}

/* The value in NAME=VALUE: a ~ also counts after each colon. */
char *expand_assignment(const char *raw)
{
    struct expansion ex = { 0 };
    char *text;

    while (*raw && !ex.failed) {
        const char *colon = strstr(raw, ":~");
        size_t len = colon ? (size_t)(colon - raw) + 1 : strlen(raw);
        size_t skip = *raw == '~' ? expand_tilde(&ex, raw, true) : 0;
        char *part;

        if (strpbrk(raw, "'\"`{(")) /* a colon may be part of something */
            len = strlen(raw);
        part = text_slice(raw + skip, len - skip);
        expand_into(&ex, part, false);
        free(part);
        raw += len;
    }
    text = ex.failed ? NULL : expand_plain(&ex);
    expansion_free(&ex);
    return text;
}

char *expand_pattern(const char *raw)
{
    struct expansion ex = { 0 };
    char *pattern;

    expand_word(&ex, raw, false);
    pattern = ex.failed ? NULL : expansion_pattern(&ex, 0, ex.text.len);
    expansion_free(&ex);
    return pattern;
}

char *expand_heredoc(const char *body)
{
    struct expansion ex = { .heredoc = true };
    char *text;

    expand_into(&ex, body, true);
    text = ex.failed ? NULL : expand_plain(&ex);
    expansion_free(&ex);
    return text;
}
