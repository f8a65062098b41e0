/* SPDX-License-Identifier: MIT */
/*
 * Finding where quotes and $ constructs end.
 *
 * Both readers of a word use this: the lexer on the input, which may ask for
 * further lines on the way, and expand.c on the word's text.  Only a parser
 * knows where the commands in $(...) end, for "case x in a) ..." has a
 * parenthesis of its own; so the parser is called, and its tree thrown away.
 *
 * Read next: parse.c.
 */
#include <ctype.h>
#include <string.h>

#include "sh.h"

void skip_backslash(struct lexer *lx)
{
    if (lex_peek(lx, 1) == '\n')
        lx->line++;
    lx->pos += lex_peek(lx, 1) == -1 ? 1 : 2;
}

/* Counts the lines of a quoted character. */
static void skip_char(struct lexer *lx, int c)
{
    if (c == '\n')
        lx->line++;
    lx->pos++;
}

void skip_single(struct lexer *lx)
{
    int c;

    lx->pos++;
    while ((c = lex_peek(lx, 0)) != '\'') {
        if (c == -1) {
            lex_fail(lx, "unterminated quoted string");
            return;
        }
        skip_char(lx, c);
    }
    lx->pos++;
}

void skip_double(struct lexer *lx)
{
    int c;

    lx->pos++;
    while ((c = lex_peek(lx, 0)) != '"') {
        if (c == -1) {
            lex_fail(lx, "unterminated quoted string");
            return;
        }
        if (c == '\\')
            skip_backslash(lx);
        else if (c == '`')
            skip_backquote(lx);
        else if (c == '$')
            skip_dollar(lx, true);
        else
            skip_char(lx, c);
    }
    lx->pos++;
}

void skip_backquote(struct lexer *lx)
{
    int c;

    lx->pos++;
    while ((c = lex_peek(lx, 0)) != '`') {
        if (c == -1) {
            lex_fail(lx, "unterminated backquote");
            return;
        }
        if (c == '\\')
            skip_backslash(lx);
        else
            skip_char(lx, c);
    }
    lx->pos++;
}

/*
 * At "$((": the length up to the end of its "))", or 0 when the two
 * parentheses at the end are not neighbours: then it is $( (...) ).
 */
size_t skip_arith_length(struct lexer *lx)
{
    size_t i = strlen("$((");
    int depth = 0, c;

    for (; (c = lex_peek(lx, i)) != -1; i++) {
        if (c == '(') {
            depth++;
        } else if (c == ')' && depth > 0) {
            depth--;
        } else if (c == ')') {
            return lex_peek(lx, i + 1) == ')' ? i + 2 : 0;
        }
    }
    return 0;
}

static void skip_command(struct lexer *lx)
{
    enum token token = lx->token;
    size_t token_start = lx->token_start, token_end = lx->token_end;
    struct redir *heredocs = lx->heredocs;

    lx->pos += strlen("$(");
    lx->heredocs = NULL;
    lex_next(lx);
    parse_list(lx);
    if (lx->token != TOK_RPAREN)
        lex_fail(lx, "unterminated $(");
    if (lx->failed)
        return;
    lx->token = token;
    lx->token_start = token_start;
    lx->token_end = token_end;
    lx->heredocs = heredocs;
}

static void skip_braces(struct lexer *lx, bool quoted)
{
    int c;

    lx->pos += strlen("${");
    if (lex_peek(lx, 0) == '#') /* ${#x}, or the parameter # */
        lx->pos++;
    while (isalnum(lex_peek(lx, 0)) || lex_peek(lx, 0) == '_')
        lx->pos++;
    if (lex_peek(lx, 0) == '#' || lex_peek(lx, 0) == '%')
        quoted = false; /* a pattern has quotes of its own */
    while ((c = lex_peek(lx, 0)) != '}') {
        if (c == -1) {
            lex_fail(lx, "unterminated ${");
            return;
        }
        if (c == '\\')
            skip_backslash(lx);
        else if (c == '\'' && !quoted)
            skip_single(lx);
        else if (c == '"')
            skip_double(lx);
        else if (c == '`')
            skip_backquote(lx);
        else if (c == '$')
            skip_dollar(lx, quoted);
        else
            skip_char(lx, c);
    }
    lx->pos++;
}

/* Steps over what a $ begins; QUOTED: within double quotes. */
void skip_dollar(struct lexer *lx, bool quoted)
{
    int c = lex_peek(lx, 1);
    size_t len;

    if (c == '{') {
        skip_braces(lx, quoted);
    } else if (c != '(') {
        lx->pos++;
    } else {
        len = lex_peek(lx, 2) == '(' ? skip_arith_length(lx) : 0;
        if (len)
            lx->pos += len;
        else
            skip_command(lx);
    }
}
