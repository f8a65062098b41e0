/* SPDX-License-Identifier: MIT */
/*
 * regcomp: a regular expression into a program (POSIX.1-2017, XBD 9).
 *
 * One function per level of the grammar: alternatives are sequences between
 * |, a sequence is pieces, a piece is an atom with repetitions behind it.
 * Basic expressions have a backslash before ( ) { } and, as on Linux, + ? |;
 * extended ones have none.  No references back such as \1.
 * Read next: regex_match.c.
 */
#include <ctype.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include "regex_code.h"

#define REPEAT_MAX 255
#define ROOM_START 32
#define ROOM_MAX   65536

struct compiler {
    const char *at; /* what is left of the pattern */
    int depth;      /* of open parentheses */
    int error;      /* once set, nothing more is done */
    struct regex_code *code;
};

static void compile_alternatives(struct compiler *c);

static void compile_fail(struct compiler *c, int error)
{
    if (!c->error)
        c->error = error;
    c->at = ""; /* every loop ends */
}

static int is_extended(const struct compiler *c)
{
    return c->code->flags & REG_EXTENDED;
}

/* Moves the code from PLACE on by COUNT instructions.  Returns 0 or -1. */
static int code_open(struct compiler *c, int place, int count)
{
    struct regex_code *code = c->code;

    while (code->length + count > code->room) {
        int room = code->room ? code->room * 2 : ROOM_START;
        void *larger = room > ROOM_MAX
                           ? NULL
                           : reallocarray(code->program, (size_t)room,
                                          sizeof(*code->program));

        if (!larger) {
            compile_fail(c, REG_ESPACE);
            return -1;
        }
        code->program = larger;
        code->room = room;
    }
    memmove(code->program + place + count, code->program + place,
            (size_t)(code->length - place) * sizeof(*code->program));
    code->length += count;
    return 0;
}

/* Puts an instruction at PLACE, before what is there; NULL is a failure. */
static struct regex_instruction *code_insert(struct compiler *c, int place,
                                             enum regex_opcode op, int x, int y)
{
    struct regex_instruction *i;

    if (code_open(c, place, 1) < 0)
        return NULL;
    i = &c->code->program[place];
    memset(i, 0, sizeof(*i));
    i->op = op;
    i->x = x;
    i->y = y;
    return i;
}

static struct regex_instruction *code_append(struct compiler *c,
                                             enum regex_opcode op)
{
    return code_insert(c, c->code->length, op, 0, 0);
}

static void compile_character(struct compiler *c)
{
    struct regex_instruction *i = code_append(c, REGEX_CHAR);
    unsigned char character = (unsigned char)*c->at++;

    if (i && (c->code->flags & REG_ICASE))
        i->c = (unsigned char)tolower(character);
    else if (i)
        i->c = character;
}

/* Is the operator OP, such as '(', next? */
static int next_is(const struct compiler *c, char op)
{
    if (is_extended(c))
        return *c->at == op;
    return c->at[0] == '\\' && c->at[1] == op;
}

static void skip_operator(struct compiler *c)
{
    c->at += is_extended(c) ? 1 : 2;
}

static void set_add(unsigned char *set, int c)
{
    set[c / 8] |= (unsigned char)(1 << c % 8);
}

/* Takes "[:name:]"; returns whether it was one. */
static int take_class(struct compiler *c, unsigned char *set)
{
    static const struct {
        const char *name;
        int (*is_member)(int character);
    } classes[] = {
        {"[:alnum:]", isalnum}, {"[:alpha:]", isalpha},
        {"[:blank:]", isblank}, {"[:cntrl:]", iscntrl},
        {"[:digit:]", isdigit}, {"[:graph:]", isgraph},
        {"[:lower:]", islower}, {"[:print:]", isprint},
        {"[:punct:]", ispunct}, {"[:space:]", isspace},
        {"[:upper:]", isupper}, {"[:xdigit:]", isxdigit},
    };

    for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++) {
        size_t len = strlen(classes[i].name);

        if (strncmp(c->at, classes[i].name, len) != 0)
            continue;
        for (int n = 0; n < REGEX_CHARACTERS; n++)
            if (classes[i].is_member(n))
                set_add(set, n);
        c->at += len;
        return 1;
    }
    return 0;
}

/* Takes what is between [ or [^ and the ]; one that comes first is a member. */
static void take_members(struct compiler *c, unsigned char *set)
{
    const char *start = c->at;

    while (*c->at != ']' || c->at == start) {
        int low = (unsigned char)*c->at;
        int high = low;

        if (!low) {
            compile_fail(c, REG_EBRACK);
            return;
        }
        if (take_class(c, set))
            continue;
        c->at++;
        if (c->at[0] == '-' && c->at[1] && c->at[1] != ']') {
            high = (unsigned char)c->at[1];
            c->at += 2;
        }
        for (int n = low; n <= high; n++)
            set_add(set, n);
    }
    c->at++;
}

/* At the "[".  Without regard to case, input is compared in lower case. */
static void compile_set(struct compiler *c)
{
    unsigned char set[REGEX_CHARACTERS / 8] = {0};
    struct regex_instruction *i;
    int is_inverted = c->at[1] == '^';

    c->at += 1 + is_inverted;
    take_members(c, set);
    if (c->code->flags & REG_ICASE)
        for (int n = 0; n < REGEX_CHARACTERS; n++)
            if (regex_set_has(set, n))
                set_add(set, tolower(n));
    i = code_append(c, REGEX_SET);
    for (size_t n = 0; i && n < sizeof(set); n++)
        i->set[n] = is_inverted ? (unsigned char)~set[n] : set[n];
}

static void compile_group(struct compiler *c)
{
    skip_operator(c);
    c->depth++;
    compile_alternatives(c);
    c->depth--;
    if (next_is(c, ')'))
        skip_operator(c);
    else
        compile_fail(c, REG_EPAREN);
}

static void compile_atom(struct compiler *c)
{
    if (next_is(c, '(')) {
        compile_group(c);
    } else if (*c->at == '.') {
        code_append(c, REGEX_ANY);
        c->at++;
    } else if (*c->at == '[') {
        compile_set(c);
    } else if (c->at[0] == '\\' && (c->at[1] == '<' || c->at[1] == '>')) {
        code_append(c, c->at[1] == '<' ? REGEX_WORD_START : REGEX_WORD_END);
        c->at += 2;
    } else {
        if (*c->at == '\\' && !*++c->at)
            compile_fail(c, REG_EESCAPE);
        else
            compile_character(c);
    }
}

/* The code from START on at least MIN times, at most MAX (-1: no limit). */
static void code_repeat(struct compiler *c, int start, int min, int max)
{
    struct regex_code *code = c->code;
    int size = code->length - start;
    int copies = max > min ? max : min;

    if (max < 0 && min == 0) { /* x*: SPLIT, x, JUMP back */
        code_insert(c, start, REGEX_SPLIT, 1, size + 2);
        code_insert(c, code->length, REGEX_JUMP, -(size + 1), 0);
        return;
    }
    if (copies == 0)
        code->length = start;
    for (int i = 1; i < copies; i++) {
        if (code_open(c, code->length, size) < 0)
            return;
        memcpy(code->program + code->length - size, code->program + start,
               (size_t)size * sizeof(*code->program));
    }
    if (max < 0) /* xx+: x, x, SPLIT back */
        code_insert(c, code->length, REGEX_SPLIT, -size, 1);
    for (int i = copies; max >= 0 && i > min; i--) { /* x?: SPLIT, x */
        int place = start + (i - 1) * size;

        code_insert(c, place, REGEX_SPLIT, 1, code->length - place + 1);
    }
}

/* Behind "{": the limits, such as 2} or 2,} or 2,4}. */
static void compile_limits(struct compiler *c, int start)
{
    char *end;
    long min = strtol(c->at, &end, 10);
    long max = min;

    if (*end == ',') {
        c->at = end + 1;
        max = strtol(c->at, &end, 10);
        if (end == c->at)
            max = -1;
    }
    c->at = end;
    if (!next_is(c, '}')) {
        compile_fail(c, REG_EBRACE);
    } else if (min < 0 || min > REPEAT_MAX || max > REPEAT_MAX ||
               (max >= 0 && max < min)) {
        compile_fail(c, REG_BADBR);
    } else {
        skip_operator(c);
        code_repeat(c, start, (int)min, (int)max);
    }
}

static void compile_repetitions(struct compiler *c, int start)
{
    for (;;) {
        if (*c->at == '*') {
            c->at++;
            code_repeat(c, start, 0, -1);
        } else if (next_is(c, '+')) {
            skip_operator(c);
            code_repeat(c, start, 1, -1);
        } else if (next_is(c, '?')) {
            skip_operator(c);
            code_repeat(c, start, 0, 1);
        } else if (next_is(c, '{')) {
            skip_operator(c);
            compile_limits(c, start);
        } else {
            return;
        }
    }
}

/* In basic expressions ^ and $ are special at the ends of a sequence only. */
static int is_line_end(const struct compiler *c)
{
    const char *next = c->at + 1;

    return is_extended(c) || !*next ||
           (*next == '\\' && (next[1] == ')' || next[1] == '|'));
}

static void compile_sequence(struct compiler *c)
{
    int is_start = 1;

    while (*c->at && !next_is(c, '|') && !(next_is(c, ')') && c->depth > 0)) {
        int start = c->code->length;

        if (*c->at == '^' && (is_extended(c) || is_start)) {
            code_append(c, REGEX_LINE_START);
            c->at++;
            continue;
        }
        if (*c->at == '$' && is_line_end(c)) {
            code_append(c, REGEX_LINE_END);
            c->at++;
            continue;
        }
        if (is_start && *c->at == '*') /* nothing to repeat: ordinary */
            compile_character(c);
        else
            compile_atom(c);
        compile_repetitions(c, start);
        is_start = 0;
    }
}

/* x|y: SPLIT to x and y, x, JUMP behind y, y. */
static void compile_alternatives(struct compiler *c)
{
    int start = c->code->length;
    int jump;

    compile_sequence(c);
    if (!next_is(c, '|'))
        return;
    skip_operator(c);
    code_insert(c, start, REGEX_SPLIT, 1, c->code->length - start + 2);
    jump = c->code->length;
    code_append(c, REGEX_JUMP);
    compile_alternatives(c);
    if (!c->error)
        c->code->program[jump].x = c->code->length - jump;
}

int regcomp(regex_t *regex, const char *pattern, int flags)
{
    struct compiler c = {.at = pattern};

    regex->re_nsub = 0;
    regex->code = c.code = calloc(1, sizeof(*c.code));
    if (!c.code)
        return REG_ESPACE;
    c.code->flags = flags;
    compile_alternatives(&c);
    code_append(&c, REGEX_MATCH);
    if (c.error)
        regfree(regex);
    return c.error;
}

void regfree(regex_t *regex)
{
    if (regex->code)
        free(regex->code->program);
    free(regex->code);
    regex->code = NULL;
}
