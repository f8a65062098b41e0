/* SPDX-License-Identifier: MIT */
/*
 * From text to tree: source.c reads lines, lex.c and skip.c find the tokens in
 * them, parse.c and compound.c make the tree that exec.c walks.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"

/* ---- source.c: where the text of commands comes from ---- */
struct source {
    struct buffer buf; /* the lines read and not yet dropped */
    int fd;            /* more lines come from here, or -1 */
    bool edited;       /* ... by way of the line editor */
    bool ended, interrupted;
    bool may_exec; /* the last command may replace the shell */
    int more;      /* lines read since the command began: PS2 after one */
    char *block;   /* a script is read by blocks */
    size_t block_pos, block_len;
};
void source_from_text(struct source *src, const char *text, size_t len);
int source_from_file(struct source *src, const char *path);
void source_from_stdin(struct source *src);
bool source_more(struct source *src);
void source_drop(struct source *src);
void source_close(struct source *src);

/* ---- lex.c: tokens ---- */
enum token {
    TOK_EOF,
    TOK_NEWLINE,
    TOK_WORD,
    TOK_NUMBER, /* a number before < or > */
    TOK_SEMI,
    TOK_AMP,
    TOK_PIPE,
    TOK_LPAREN,
    TOK_RPAREN,
    TOK_AND,
    TOK_OR,
    TOK_DSEMI,
    TOK_LESS,
    TOK_GREAT,
    TOK_DGREAT,
    TOK_DLESS,
    TOK_DLESSDASH,
    TOK_LESSAND,
    TOK_GREATAND,
    TOK_LESSGREAT,
    TOK_CLOBBER,
};

struct lexer {
    struct source *src;
    size_t pos; /* where the next token begins in src->buf */
    int line;
    enum token token;       /* the token looked at, */
    const char *word;       /* its text when it is a word, */
    size_t token_start;     /* and where it began */
    size_t token_end;       /* where the token before it ended */
    struct arena *arena;    /* words and trees live here */
    struct redir *heredocs; /* whose text begins after this line */
    bool failed;            /* from now on only TOK_EOF */
    bool quiet;             /* no message: ctrl-C */
};
void lex_start(struct lexer *lx, struct source *src, struct arena *arena);
void lex_next(struct lexer *lx);
int lex_peek(struct lexer *lx, size_t ahead);
void lex_unexpected(struct lexer *lx);
void lex_fail(struct lexer *lx, const char *what);

/* ---- skip.c: the ends of quotes and of $ constructs ---- */
void skip_single(struct lexer *lx);
void skip_double(struct lexer *lx);
void skip_backquote(struct lexer *lx);
void skip_backslash(struct lexer *lx);
void skip_dollar(struct lexer *lx, bool quoted);
size_t skip_arith_length(struct lexer *lx);

/* ---- parse.c, compound.c: the tree ---- */
enum node_kind {
    NODE_SIMPLE,
    NODE_PIPE,
    NODE_NOT,
    NODE_AND,
    NODE_OR,
    NODE_SEQUENCE,
    NODE_BACKGROUND,
    NODE_GROUP,
    NODE_SUBSHELL,
    NODE_IF,
    NODE_WHILE,
    NODE_UNTIL,
    NODE_FOR,
    NODE_CASE,
    NODE_FUNCTION,
};

struct word {
    struct word *next;
    const char *text; /* as it was written, quotes and all */
};

struct redir {
    struct redir *next;
    enum token kind;
    int fd;
    const char *target; /* file name, fd, or here-document's end */
    const char *body;   /* here-document: its text, */
    bool literal;       /* not to be expanded: its end was quoted */
    struct redir *next_heredoc;
};

struct case_item {
    struct case_item *next;
    struct word *patterns;
    struct node *body;
};

/* left and right are what the kind needs: see exec.c. */
struct node {
    enum node_kind kind;
    int line;
    struct node *left, *right, *otherwise;
    struct word *assigns, *words; /* words: also for and case */
    struct redir *redirs;
    struct case_item *items;
    const char *name;    /* of for's variable, or of a function */
    bool has_in;         /* for NAME in ... */
    const char *text;    /* as typed, for the list of jobs */
    struct arena *arena; /* function: what keeps its body alive */
};
enum parse_result {
    PARSE_COMMAND,
    PARSE_EMPTY,
    PARSE_END,
    PARSE_ERROR
};
enum parse_result parse_line(struct lexer *lx, struct node **tree);
struct node *parse_list(struct lexer *lx);
struct node *parse_pipeline(struct lexer *lx);
struct node *parse_compound(struct lexer *lx);
struct node *parse_function(struct lexer *lx, const char *name);
struct redir *parse_redir(struct lexer *lx);
bool parse_redirs(struct lexer *lx, struct redir **tail);
struct node *node_new(struct lexer *lx, enum node_kind kind);
void lex_skip_newlines(struct lexer *lx);
bool lex_at_word(struct lexer *lx, const char *reserved);
bool lex_at_end_word(struct lexer *lx);
void lex_expect(struct lexer *lx, const char *reserved);
bool name_is_valid(const char *text, size_t len);
bool word_is_assignment(const char *text);
