/* SPDX-License-Identifier: MIT */
/*
 * Aliases: words that stand for other text where a command's name is expected
 * (POSIX.1-2017, Shell, 2.3.1).
 *
 * The parser asks alias_replace() at such a word.  It puts the alias's text
 * into the source in the word's place, and the lexer reads on from there: so an
 * alias may hold whole commands and reserved words.  Within its own text an
 * alias is not replaced again, and after one that ends with a blank the next
 * word is looked up, too.
 *
 * Read next: lex.c, whose positions move with the text.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "sh.h"

struct alias {
    struct alias *next; /* by name */
    char *name, *text;
    size_t end; /* in the source: where its text ends; 0: not in use */
};
static struct alias *aliases;
static size_t alias_blank; /* where one ended whose last character is a blank */

/* The link to the alias NAME, or to where it belongs. */
static struct alias **alias_link(const char *name)
{
    struct alias **link = &aliases;

    while (*link && strcmp((*link)->name, name) < 0)
        link = &(*link)->next;
    return link;
}

static struct alias *alias_find(const char *name)
{
    struct alias *a = *alias_link(name);

    return a && strcmp(a->name, name) == 0 ? a : NULL;
}

const char *alias_text(const char *name)
{
    struct alias *a = alias_find(name);

    return a ? a->text : NULL;
}

/* The source has been moved: no position in it holds any more. */
void alias_forget_positions(void)
{
    struct alias *a;

    for (a = aliases; a; a = a->next)
        a->end = 0;
    alias_blank = 0;
}

/* Puts TEXT in the place of the word in the source. */
static void alias_splice(struct lexer *lx, const char *text)
{
    struct buffer *b = &lx->src->buf;
    size_t len = strlen(text), word_len = lx->pos - lx->token_start;
    struct buffer rest = { 0 };
    struct alias *a;

    buffer_append(&rest, b->text + lx->pos, b->len - lx->pos);
    b->len = lx->token_start;
    buffer_append(b, text, len);
    buffer_append(b, rest.text ? rest.text : "", rest.len);
    buffer_free(&rest);
    for (a = aliases; a; a = a->next) {
        if (a->end > lx->token_start)
            a->end += len - word_len;
    }
    lx->pos = lx->token_start;
}

/* If the word is an alias, replaces it and reads the first token of its text. */
bool alias_replace(struct lexer *lx)
{
    size_t start = lx->token_start, len;
    struct alias *a = lx->token == TOK_WORD ? alias_find(lx->word) : NULL;

    if (a == NULL || start < a->end)
        return false;
    len = strlen(a->text);
    alias_splice(lx, a->text);
    a->end = start + len;
    if (len && strchr(" \t", a->text[len - 1]))
        alias_blank = a->end;
    lex_next(lx);
    return true;
}

/* The same for a word that is no command's name, behind an alias's blank. */
bool alias_replace_next(struct lexer *lx)
{
    if (alias_blank == 0 || lx->token_start < alias_blank)
        return false;
    alias_blank = 0;
    return alias_replace(lx);
}

static void alias_set(const char *text)
{
    size_t len = strcspn(text, "=");
    char *name = mem_alloc(len + 1);
    struct alias **link, *a;

    memcpy(name, text, len);
    a = alias_find(name);
    if (a == NULL) {
        link = alias_link(name);
        a = mem_alloc(sizeof(*a));
        a->name = mem_copy(name);
        a->next = *link;
        *link = a;
    }
    free(a->text);
    a->text = mem_copy(text + len + 1);
    free(name);
}

static void alias_print(const struct alias *a)
{
    printf("%s=", a->name);
    quote_print(a->text);
    putchar('\n');
}

/* alias [name[=text]...] */
int builtin_alias(int argc, char **argv)
{
    struct alias *a;
    int i, status = 0;

    for (a = aliases; argc < 2 && a; a = a->next)
        alias_print(a);
    for (i = 1; i < argc; i++) {
        if (strchr(argv[i] + (argv[i][0] == '='), '=')) {
            alias_set(argv[i]);
        } else if ((a = alias_find(argv[i])) != NULL) {
            alias_print(a);
        } else {
            fprintf(stderr, "alias: %s not found\n", argv[i]);
            status = 1;
        }
    }
    return status;
}

static bool alias_remove(const char *name)
{
    struct alias **link = alias_link(name), *a = alias_find(name);

    if (a == NULL)
        return false;
    *link = a->next;
    free(a->name);
    free(a->text);
    free(a);
    return true;
}

/* unalias name..., unalias -a */
int builtin_unalias(int argc, char **argv)
{
    int i, status = 0;

    if (argc > 1 && strcmp(argv[1], "-a") == 0) {
        while (aliases)
            alias_remove(aliases->name);
        return 0;
    }
    for (i = 1; i < argc; i++) {
        if (alias_remove(argv[i]))
            continue;
        fprintf(stderr, "unalias: %s not found\n", argv[i]);
        status = 1;
    }
    return status;
}
