/* SPDX-License-Identifier: MIT */
/*
 * The grammar (POSIX.1-2017, Shell, 2.10), one function per rule: a line is a
 * list of and-or lists, these of pipelines, these of commands.
 *
 * Each function finds the first token of its rule in lx->token and leaves the
 * first token that is not its own there.  parse_line() leaves the newline
 * unread behind it: reading on would wait for the user's next line.
 *
 * Read next: compound.c for if, while, for, case and the like; then exec.c.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sh.h"

struct node *node_new(struct lexer *lx, enum node_kind kind)
{
    struct node *n = arena_alloc(lx->arena, sizeof(*n));

    n->kind = kind;
    n->line = lx->line;
    return n;
}

/* The text from START to the token before the current one, on one line. */
static const char *node_text(struct lexer *lx, size_t start)
{
    size_t len = lx->token_end > start ? lx->token_end - start : 0;
    char *text = arena_copy(lx->arena, lx->src->buf.text + start, len);
    char *c;

    for (c = text; *c; c++) {
        if (*c == '\n')
            *c = ' ';
    }
    return text;
}

bool name_is_valid(const char *text, size_t len)
{
    size_t i;

    if (len == 0 || isdigit((unsigned char)text[0]))
        return false;
    for (i = 0; i < len; i++) {
        if (!isalnum((unsigned char)text[i]) && text[i] != '_')
            return false;
    }
    return true;
}

bool word_is_assignment(const char *text)
{
    const char *equals = strchr(text, '=');

    return equals && name_is_valid(text, equals - text);
}

/* Takes the quotes off a here-document's end; was anything quoted? */
static bool heredoc_unquote(char *text)
{
    char *to = text, quote = '\0';
    bool quoted = false;

    for (; *text; text++) {
        if (quote ? *text == quote : *text == '\'' || *text == '"') {
            quote = quote ? '\0' : *text;
            quoted = true;
        } else {
            if (*text == '\\' && quote != '\'' && text[1]) {
                text++;
                quoted = true;
            }
            *to++ = *text;
        }
    }
    *to = '\0';
    return quoted;
}

static void heredoc_queue(struct lexer *lx, struct redir *r)
{
    struct redir **tail = &lx->heredocs;
    char *end = arena_copy(lx->arena, r->target, strlen(r->target));

    r->literal = heredoc_unquote(end);
    r->target = end;
    r->body = ""; /* in case the input ends on this very line */
    while (*tail)
        tail = &(*tail)->next_heredoc;
    *tail = r;
}

/* [n] operator word: NULL when there is no redirection here. */
struct redir *parse_redir(struct lexer *lx)
{
    bool has_number = lx->token == TOK_NUMBER;
    struct redir *r;

    if (!has_number && (lx->token < TOK_LESS || lx->token > TOK_CLOBBER))
        return NULL;
    r = arena_alloc(lx->arena, sizeof(*r));
    if (has_number) {
        r->fd = atoi(lx->word);
        lex_next(lx);
    }
    r->kind = lx->token;
    if (!has_number)
        r->fd = r->kind == TOK_LESS || r->kind == TOK_DLESS ||
                        r->kind == TOK_DLESSDASH || r->kind == TOK_LESSAND ||
                        r->kind == TOK_LESSGREAT
                    ? 0
                    : 1;
    lex_next(lx);
    if (lx->token != TOK_WORD && lx->token != TOK_NUMBER) {
        lex_fail(lx, "file name expected after a redirection");
        return NULL;
    }
    r->target = lx->word;
    if (r->kind == TOK_DLESS || r->kind == TOK_DLESSDASH)
        heredoc_queue(lx, r);
    lex_next(lx);
    return r;
}

/* Any redirections that follow a compound command. */
bool parse_redirs(struct lexer *lx, struct redir **tail)
{
    while ((*tail = parse_redir(lx)) != NULL)
        tail = &(*tail)->next;
    return !lx->failed;
}

static struct node *parse_simple(struct lexer *lx)
{
    struct node *n = node_new(lx, NODE_SIMPLE);
    struct word **words = &n->words, **assigns = &n->assigns;
    struct redir **redirs = &n->redirs;
    struct word *w;

    for (;;) {
        if ((*redirs = parse_redir(lx)) != NULL) {
            redirs = &(*redirs)->next;
            continue;
        }
        if (n->words ? alias_replace_next(lx) : alias_replace(lx))
            continue;
        if (lx->token == TOK_LPAREN && n->words && !n->words->next)
            return parse_function(lx, n->words->text);
        if (lx->token != TOK_WORD)
            break;
        w = arena_alloc(lx->arena, sizeof(*w));
        w->text = lx->word;
        if (!n->words && word_is_assignment(w->text)) {
            *assigns = w;
            assigns = &w->next;
        } else {
            *words = w;
            words = &w->next;
        }
        lex_next(lx);
    }
    if (!n->words && !n->assigns && !n->redirs)
        lex_unexpected(lx);
    return n;
}

static struct node *parse_command(struct lexer *lx)
{
    struct node *n;

    if (lex_at_end_word(lx)) {
        lex_unexpected(lx);
        return NULL;
    }
    n = parse_compound(lx);
    if (n == NULL)
        return parse_simple(lx);
    parse_redirs(lx, &n->redirs);
    return n;
}

struct node *parse_pipeline(struct lexer *lx)
{
    size_t start = lx->token_start;
    struct node *n, *pipe;

    while (alias_replace(lx))
        ;
    if (lex_at_word(lx, "!")) {
        n = node_new(lx, NODE_NOT);
        lex_next(lx);
        n->left = parse_pipeline(lx);
        return n;
    }
    n = parse_command(lx);
    if (n)
        n->text = node_text(lx, start);
    if (lx->token == TOK_PIPE) {
        pipe = node_new(lx, NODE_PIPE);
        pipe->left = n;
        lex_next(lx);
        lex_skip_newlines(lx);
        pipe->right = parse_pipeline(lx);
        pipe->text = node_text(lx, start);
        n = pipe;
    }
    return n;
}

static struct node *parse_and_or(struct lexer *lx)
{
    size_t start = lx->token_start;
    struct node *left = parse_pipeline(lx), *n;

    while (lx->token == TOK_AND || lx->token == TOK_OR) {
        n = node_new(lx, lx->token == TOK_AND ? NODE_AND : NODE_OR);
        lex_next(lx);
        lex_skip_newlines(lx);
        n->left = left;
        n->right = parse_pipeline(lx);
        left = n;
    }
    if (left)
        left->text = node_text(lx, start);
    return left;
}

/* Commands up to what ends the list: for a LINE, also its end. */
static struct node *parse_sequence(struct lexer *lx, bool line)
{
    struct node *head = NULL, **tail = &head, *n;
    bool more = true;

    while (more) {
        if (!line)
            lex_skip_newlines(lx);
        if (lx->token == TOK_EOF || lx->token == TOK_RPAREN ||
            lx->token == TOK_DSEMI || lx->token == TOK_NEWLINE ||
            lex_at_end_word(lx))
            break;
        n = parse_and_or(lx);
        more = lx->token == TOK_SEMI || lx->token == TOK_AMP ||
               (lx->token == TOK_NEWLINE && !line);
        if (lx->token == TOK_AMP) {
            struct node *background = node_new(lx, NODE_BACKGROUND);

            background->left = n;
            n = background;
        }
        *tail = node_new(lx, NODE_SEQUENCE);
        (*tail)->left = n;
        tail = &(*tail)->right;
        if (more && lx->token != TOK_NEWLINE)
            lex_next(lx);
    }
    return head;
}

struct node *parse_list(struct lexer *lx)
{
    return parse_sequence(lx, false);
}

enum parse_result parse_line(struct lexer *lx, struct node **tree)
{
    alias_forget_positions();
    if (lx->src->fd >= 0 && lx->pos > 0) { /* drop what was run */
        struct buffer *b = &lx->src->buf;

        memmove(b->text, b->text + lx->pos, b->len - lx->pos + 1);
        b->len -= lx->pos;
        lx->pos = 0;
    }
    lx->src->more = 0;
    lx->heredocs = NULL;
    lex_next(lx);
    if (lx->failed || lx->src->interrupted)
        return PARSE_ERROR;
    if (lx->token == TOK_EOF)
        return PARSE_END;
    if (lx->token == TOK_NEWLINE)
        return PARSE_EMPTY;
    *tree = parse_sequence(lx, true);
    if (!lx->failed && lx->token != TOK_NEWLINE && lx->token != TOK_EOF)
        lex_unexpected(lx);
    return lx->failed || lx->src->interrupted ? PARSE_ERROR : PARSE_COMMAND;
}
