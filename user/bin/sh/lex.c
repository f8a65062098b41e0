/* SPDX-License-Identifier: MIT */
/*
 * Tokens: the words and operators of the shell language (POSIX.1-2017,
 * Shell, 2.3).
 *
 * A word keeps its quotes and its $ constructs as they were written; expand.c
 * reads them again when the command runs.  The lexer only has to find where a
 * word ends, for which skip.c steps over what is nested in it.  The text of a
 * here-document begins after the line on which it was asked for, so the
 * newline token reads it.
 *
 * After an error there are only end-of-file tokens: the parser finds no way
 * on and leaves by its normal exits.
 *
 * Read next: skip.c, then parse.c.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sh.h"

/* Longer operators stand before those that begin like them. */
static const struct operator
{
    const char *text;
    enum token token;
}
operators[] = {
    { "&&", TOK_AND },        { "||", TOK_OR },       { ";;", TOK_DSEMI },
    { "<<-", TOK_DLESSDASH }, { "<<", TOK_DLESS },    { ">>", TOK_DGREAT },
    { "<&", TOK_LESSAND },    { ">&", TOK_GREATAND }, { "<>", TOK_LESSGREAT },
    { ">|", TOK_CLOBBER },    { ";", TOK_SEMI },      { "&", TOK_AMP },
    { "|", TOK_PIPE },        { "(", TOK_LPAREN },    { ")", TOK_RPAREN },
    { "<", TOK_LESS },        { ">", TOK_GREAT },
};
#define OPERATORS (sizeof(operators) / sizeof(operators[0]))

void lex_start(struct lexer *lx, struct source *src, struct arena *arena)
{
    memset(lx, 0, sizeof(*lx));
    lx->src = src;
    lx->arena = arena;
    lx->line = 1;
}

void lex_fail(struct lexer *lx, const char *what)
{
    if (!lx->failed && !lx->quiet && !lx->src->interrupted) {
        sh.line = lx->line;
        sh_warn("syntax error: %s", what);
    }
    lx->failed = true;
    lx->token = TOK_EOF;
}

/* The character AHEAD of the next one, or -1 at the end of the input. */
int lex_peek(struct lexer *lx, size_t ahead)
{
    while (lx->pos + ahead >= lx->src->buf.len) {
        if (lx->failed || !source_more(lx->src))
            return -1;
    }
    return (unsigned char)lx->src->buf.text[lx->pos + ahead];
}

static void lex_skip_blanks(struct lexer *lx)
{
    for (;;) {
        int c = lex_peek(lx, 0);

        if (c == ' ' || c == '\t') {
            lx->pos++;
        } else if (c == '\\' && lex_peek(lx, 1) == '\n') {
            lx->pos += 2;
            lx->line++;
        } else if (c == '#') {
            while (c != '\n' && c != -1) {
                lx->pos++;
                c = lex_peek(lx, 0);
            }
        } else {
            return;
        }
    }
}

/* Reads one line of a here-document; false at the end of the input. */
static bool heredoc_line(struct lexer *lx, struct buffer *line)
{
    int c;

    buffer_free(line);
    while ((c = lex_peek(lx, 0)) != -1) {
        buffer_add(line, c);
        lx->pos++;
        if (c == '\n')
            break;
    }
    if (line->len)
        lx->line++;
    return line->len > 0;
}

static void heredoc_read(struct lexer *lx, struct redir *r)
{
    struct buffer body = { 0 }, line = { 0 };
    size_t end_len = strlen(r->target);

    while (heredoc_line(lx, &line)) {
        char *text = line.text;
        size_t len = line.len;

        while (r->kind == TOK_DLESSDASH && *text == '\t') {
            text++;
            len--;
        }
        if (strncmp(text, r->target, end_len) == 0 &&
            (text[end_len] == '\n' || text[end_len] == '\0'))
            break;
        buffer_append(&body, text, len);
    }
    r->body = arena_copy(lx->arena, body.text ? body.text : "", body.len);
    buffer_free(&body);
    buffer_free(&line);
}

static void lex_newline(struct lexer *lx)
{
    struct redir *r = lx->heredocs;

    lx->pos++;
    lx->line++;
    lx->token = TOK_NEWLINE;
    for (lx->heredocs = NULL; r; r = r->next_heredoc)
        heredoc_read(lx, r);
}

static bool lex_operator(struct lexer *lx)
{
    size_t i, k, len;

    for (i = 0; i < OPERATORS; i++) {
        len = strlen(operators[i].text);
        for (k = 0; k < len; k++) {
            if (lex_peek(lx, k) != operators[i].text[k])
                break;
        }
        if (k == len) {
            lx->pos += len;
            lx->token = operators[i].token;
            return true;
        }
    }
    return false;
}

/* Steps over one part of a word; false where the word has ended. */
static bool lex_word_part(struct lexer *lx)
{
    int c = lex_peek(lx, 0);

    switch (c) {
    case -1:
        return false;
    case '\\':
        skip_backslash(lx);
        return true;
    case '\'':
        skip_single(lx);
        return true;
    case '"':
        skip_double(lx);
        return true;
    case '`':
        skip_backquote(lx);
        return true;
    case '$':
        skip_dollar(lx, false);
        return true;
    default:
        if (strchr(" \t\n;&|<>()", c))
            return false;
        lx->pos++;
        return true;
    }
}

static void lex_word(struct lexer *lx)
{
    size_t start = lx->pos, i;
    const char *text;
    int c;

    while (lex_word_part(lx))
        ;
    text = arena_copy(lx->arena, lx->src->buf.text + start, lx->pos - start);
    for (i = 0; isdigit((unsigned char)text[i]); i++)
        ;
    c = lex_peek(lx, 0);
    lx->word = text;
    lx->token = text[i] == '\0' && (c == '<' || c == '>') ? TOK_NUMBER
                                                          : TOK_WORD;
}

void lex_next(struct lexer *lx)
{
    int c;

    lx->token_end = lx->pos;
    lex_skip_blanks(lx);
    lx->token_start = lx->pos;
    lx->word = NULL;
    c = lex_peek(lx, 0);
    if (c == -1)
        lx->token = TOK_EOF;
    else if (c == '\n')
        lex_newline(lx);
    else if (!lex_operator(lx))
        lex_word(lx);
    if (lx->failed)
        lx->token = TOK_EOF;
}

void lex_skip_newlines(struct lexer *lx)
{
    while (lx->token == TOK_NEWLINE)
        lex_next(lx);
}

bool lex_at_word(struct lexer *lx, const char *reserved)
{
    return lx->token == TOK_WORD && strcmp(lx->word, reserved) == 0;
}

/* Is the token a reserved word that ends a list of commands? */
bool lex_at_end_word(struct lexer *lx)
{
    static const char *const ends[] = { "then", "elif", "else", "fi",
                                        "do",   "done", "esac", "}" };
    size_t i;

    for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        if (lex_at_word(lx, ends[i]))
            return true;
    }
    return false;
}

/* The current token for a message. */
static void token_text(struct lexer *lx, char *out, size_t size)
{
    size_t len = lx->pos - lx->token_start;

    if (lx->token == TOK_EOF)
        snprintf(out, size, "end of file");
    else if (lx->token == TOK_NEWLINE)
        snprintf(out, size, "end of line");
    else
        snprintf(out, size, "\"%.*s\"", (int)len,
                 lx->src->buf.text + lx->token_start);
}

/* The grammar has no place for the current token. */
void lex_unexpected(struct lexer *lx)
{
    char token[40], what[64];

    token_text(lx, token, sizeof(token));
    snprintf(what, sizeof(what), "unexpected %s", token);
    lex_fail(lx, what);
}

/* Steps over a reserved word that has to be here. */
void lex_expect(struct lexer *lx, const char *reserved)
{
    char token[40], what[80];

    if (lex_at_word(lx, reserved)) {
        lex_next(lx);
        return;
    }
    token_text(lx, token, sizeof(token));
    snprintf(what, sizeof(what), "\"%s\" expected, not %s", reserved, token);
    lex_fail(lx, what);
}
