/* SPDX-License-Identifier: MIT */
/*
 * The grammar of compound commands: ( ), { }, if, while, until, for, case, and
 * function definitions (POSIX.1-2017, Shell, 2.9.4 and 2.9.5).
 *
 * A reserved word is one only where a command may begin, and only unquoted:
 * "echo if" is harmless.  parse_compound() returns NULL when no compound
 * command begins here.
 *
 * Read next: exec.c.
 */
#include <string.h>

#include "sh.h"

/* A list of commands with at least one in it. */
static struct node *parse_body(struct lexer *lx)
{
    struct node *list = parse_list(lx);

    if (list == NULL)
        lex_unexpected(lx);
    return list;
}

static struct node *parse_group(struct lexer *lx)
{
    struct node *n = node_new(lx, NODE_GROUP);

    lex_next(lx);
    n->left = parse_body(lx);
    lex_expect(lx, "}");
    return n;
}

static struct node *parse_subshell(struct lexer *lx)
{
    struct node *n = node_new(lx, NODE_SUBSHELL);

    lex_next(lx);
    n->left = parse_body(lx);
    if (lx->token == TOK_RPAREN)
        lex_next(lx);
    else
        lex_fail(lx, ") expected");
    return n;
}

/* Also for elif, which is an if within the else part. */
static struct node *parse_if(struct lexer *lx)
{
    struct node *n = node_new(lx, NODE_IF);

    lex_next(lx);
    n->left = parse_body(lx);
    lex_expect(lx, "then");
    n->right = parse_body(lx);
    if (lex_at_word(lx, "elif")) {
        n->otherwise = parse_if(lx);
        return n;
    }
    if (lex_at_word(lx, "else")) {
        lex_next(lx);
        n->otherwise = parse_body(lx);
    }
    lex_expect(lx, "fi");
    return n;
}

static struct node *parse_do(struct lexer *lx)
{
    struct node *body;

    lex_expect(lx, "do");
    body = parse_body(lx);
    lex_expect(lx, "done");
    return body;
}

static struct node *parse_while(struct lexer *lx, enum node_kind kind)
{
    struct node *n = node_new(lx, kind);

    lex_next(lx);
    n->left = parse_body(lx);
    n->right = parse_do(lx);
    return n;
}

static struct node *parse_for(struct lexer *lx)
{
    struct node *n = node_new(lx, NODE_FOR);
    struct word **tail = &n->words;

    lex_next(lx);
    if (lx->token != TOK_WORD || !name_is_valid(lx->word, strlen(lx->word)))
        lex_fail(lx, "bad for loop variable");
    n->name = lx->word;
    lex_next(lx);
    lex_skip_newlines(lx);
    if (lex_at_word(lx, "in")) {
        n->has_in = true;
        lex_next(lx);
        for (; lx->token == TOK_WORD; lex_next(lx)) {
            *tail = arena_alloc(lx->arena, sizeof(**tail));
            (*tail)->text = lx->word;
            tail = &(*tail)->next;
        }
    }
    if (lx->token == TOK_SEMI)
        lex_next(lx);
    lex_skip_newlines(lx);
    n->right = parse_do(lx);
    return n;
}

/* [(] pattern [| pattern]... ) list ;; */
static struct case_item *parse_case_item(struct lexer *lx)
{
    struct case_item *item = arena_alloc(lx->arena, sizeof(*item));
    struct word **tail = &item->patterns;

    if (lx->token == TOK_LPAREN)
        lex_next(lx);
    for (;;) {
        if (lx->token != TOK_WORD) {
            lex_unexpected(lx);
            return item;
        }
        *tail = arena_alloc(lx->arena, sizeof(**tail));
        (*tail)->text = lx->word;
        tail = &(*tail)->next;
        lex_next(lx);
        if (lx->token != TOK_PIPE)
            break;
        lex_next(lx);
    }
    if (lx->token != TOK_RPAREN)
        lex_fail(lx, ") expected after a pattern");
    lex_next(lx);
    item->body = parse_list(lx);
    return item;
}

static struct node *parse_case(struct lexer *lx)
{
    struct node *n = node_new(lx, NODE_CASE);
    struct case_item **tail = &n->items;

    lex_next(lx);
    if (lx->token != TOK_WORD)
        lex_fail(lx, "a word is expected after case");
    n->words = arena_alloc(lx->arena, sizeof(*n->words));
    n->words->text = lx->word;
    lex_next(lx);
    lex_skip_newlines(lx);
    lex_expect(lx, "in");
    lex_skip_newlines(lx);
    while (!lx->failed && !lex_at_word(lx, "esac")) {
        *tail = parse_case_item(lx);
        tail = &(*tail)->next;
        if (lx->token != TOK_DSEMI)
            break; /* the last item may go without */
        lex_next(lx);
        lex_skip_newlines(lx);
    }
    lex_expect(lx, "esac");
    return n;
}

/* NAME has been read, and "(" is the current token. */
struct node *parse_function(struct lexer *lx, const char *name)
{
    struct node *n = node_new(lx, NODE_FUNCTION);

    lex_next(lx);
    if (lx->token != TOK_RPAREN || !name_is_valid(name, strlen(name))) {
        lex_unexpected(lx);
        return n;
    }
    lex_next(lx);
    lex_skip_newlines(lx);
    n->name = name;
    n->left = parse_compound(lx);
    if (n->left == NULL)
        lex_fail(lx, "a function's body must be a compound command");
    else
        parse_redirs(lx, &n->left->redirs);
    n->arena = lx->arena;
    return n;
}

struct node *parse_compound(struct lexer *lx)
{
    if (lx->token == TOK_LPAREN)
        return parse_subshell(lx);
    if (lex_at_word(lx, "{"))
        return parse_group(lx);
    if (lex_at_word(lx, "if"))
        return parse_if(lx);
    if (lex_at_word(lx, "while"))
        return parse_while(lx, NODE_WHILE);
    if (lex_at_word(lx, "until"))
        return parse_while(lx, NODE_UNTIL);
    if (lex_at_word(lx, "for"))
        return parse_for(lx);
    if (lex_at_word(lx, "case"))
        return parse_case(lx);
    return NULL;
}
