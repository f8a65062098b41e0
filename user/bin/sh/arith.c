/* SPDX-License-Identifier: MIT */
/*
 * Arithmetic: $((...)) with C's operators on 64-bit integers (POSIX.1-2017,
 * Shell, 2.6.4).
 *
 * The expression is evaluated while it is read.  Binary operators come from a
 * table: arith_binary(level) reads operands that bind tighter than LEVEL and
 * goes on while operators of at least that level follow.  Where C would not
 * evaluate (0 && x, 1 ? a : b), SKIP counts up: the text is still read, but
 * nothing is assigned and no division fails.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sh.h"

struct arith {
    const char *at;
    int skip;
    bool failed;
};

/* Longer operators first where one begins like another. */
static const struct arith_operator {
    const char *text;
    int level; /* C's precedence, loosest first */
} arith_operators[] = {
    { "||", 1 }, { "&&", 2 }, { "==", 6 }, { "!=", 6 }, { "<<", 8 },
    { ">>", 8 }, { "<=", 7 }, { ">=", 7 }, { "<", 7 },  { ">", 7 },
    { "|", 3 },  { "^", 4 },  { "&", 5 },  { "+", 9 },  { "-", 9 },
    { "*", 10 }, { "/", 10 }, { "%", 10 },
};
#define ARITH_OPERATORS (sizeof(arith_operators) / sizeof(arith_operators[0]))

static long long arith_expression(struct arith *a);

static void arith_fail(struct arith *a, const char *why)
{
    if (!a->failed)
        sh_error(STATUS_ERROR, "arithmetic expression: %s", why);
    a->failed = true;
}

static void arith_skip_space(struct arith *a)
{
    while (isspace((unsigned char)*a->at))
        a->at++;
}

/* Steps over TEXT if it comes next. */
static bool arith_take(struct arith *a, const char *text)
{
    size_t len = strlen(text);

    arith_skip_space(a);
    if (strncmp(a->at, text, len) != 0)
        return false;
    a->at += len;
    return true;
}

static long long arith_variable(struct arith *a, const char *name)
{
    const char *value = var_get(name);
    char *end;
    long long number;

    if (value == NULL && sh.opt_nounset) {
        arith_fail(a, "variable not set");
        return 0;
    }
    if (value == NULL || *value == '\0')
        return 0;
    number = strtoll(value, &end, 0);
    if (*end && !a->skip)
        arith_fail(a, "a variable is no number");
    return number;
}

/* C without undefined results: the arithmetic wraps. */
static long long arith_apply(struct arith *a, const char *op, long long x,
                             long long y)
{
    unsigned long long ux = x, uy = y;

    switch (op[0]) {
    case '+':
        return (long long)(ux + uy);
    case '-':
        return (long long)(ux - uy);
    case '*':
        return (long long)(ux * uy);
    case '/':
    case '%':
        if (y == 0) {
            if (!a->skip)
                arith_fail(a, "division by zero");
            return 0;
        }
        if (y == -1)
            return op[0] == '/' ? (long long)(0 - ux) : 0;
        return op[0] == '/' ? x / y : x % y;
    case '<':
        return op[1] == '<'   ? (long long)(ux << (uy & 63))
               : op[1] == '=' ? x <= y
                              : x < y;
    case '>':
        return op[1] == '>' ? x >> (uy & 63) : op[1] == '=' ? x >= y : x > y;
    case '=':
        return x == y;
    case '!':
        return x != y;
    case '&':
        return op[1] == '&' ? x && y : x & y;
    case '|':
        return op[1] == '|' ? x || y : x | y;
    default: /* ^ */
        return x ^ y;
    }
}

/* After a name: = or an operator with =, then the value to assign. */
static long long arith_assignment(struct arith *a, const char *name)
{
    static const char *const operators[] = { "<<=", ">>=", "+=", "-=", "*=",
                                             "/=",  "%=",  "&=", "^=", "|=" };
    const char *op = NULL;
    char text[24];
    long long value;
    size_t i;

    arith_skip_space(a);
    if (a->at[0] == '=' && a->at[1] != '=')
        op = "=";
    for (i = 0; i < sizeof(operators) / sizeof(operators[0]); i++) {
        if (strncmp(a->at, operators[i], strlen(operators[i])) == 0)
            op = operators[i];
    }
    if (op == NULL)
        return arith_variable(a, name);
    a->at += strlen(op);
    value = arith_expression(a);
    if (op[0] != '=')
        value = arith_apply(a, op, arith_variable(a, name), value);
    snprintf(text, sizeof(text), "%lld", value);
    if (!a->skip && !a->failed && !var_set(name, text))
        a->failed = true;
    return value;
}

static long long arith_operand(struct arith *a)
{
    long long value;
    const char *start;
    char *name, *end;

    if (arith_take(a, "(")) {
        value = arith_expression(a);
        if (!arith_take(a, ")"))
            arith_fail(a, ") expected");
        return value;
    }
    if (arith_take(a, "-"))
        return (long long)(0 - (unsigned long long)arith_operand(a));
    if (arith_take(a, "+"))
        return arith_operand(a);
    if (arith_take(a, "~"))
        return ~arith_operand(a);
    if (arith_take(a, "!"))
        return !arith_operand(a);
    start = a->at;
    if (isdigit((unsigned char)*start)) {
        value = (long long)strtoull(start, &end, 0);
        a->at = end;
        return value;
    }
    while (isalnum((unsigned char)*a->at) || *a->at == '_')
        a->at++;
    if (a->at == start) {
        arith_fail(a, "a number or a name is expected");
        return 0;
    }
    name = mem_alloc(a->at - start + 1);
    memcpy(name, start, a->at - start);
    value = arith_assignment(a, name);
    free(name);
    return value;
}

/* The operator that comes next if it binds at least as LEVEL does. */
static const struct arith_operator *arith_next(struct arith *a, int level)
{
    size_t i;

    arith_skip_space(a);
    for (i = 0; i < ARITH_OPERATORS; i++) {
        const char *text = arith_operators[i].text;

        if (strncmp(a->at, text, strlen(text)) == 0)
            return arith_operators[i].level >= level ? &arith_operators[i]
                                                     : NULL;
    }
    return NULL;
}

static long long arith_binary(struct arith *a, int level)
{
    long long left = arith_operand(a), right;
    const struct arith_operator *op;

    while (!a->failed && (op = arith_next(a, level)) != NULL) {
        bool known = (strcmp(op->text, "&&") == 0 && !left) ||
                     (strcmp(op->text, "||") == 0 && left);

        a->at += strlen(op->text);
        a->skip += known;
        right = arith_binary(a, op->level + 1);
        a->skip -= known;
        left = arith_apply(a, op->text, left, right);
    }
    return left;
}

static long long arith_expression(struct arith *a)
{
    long long condition = arith_binary(a, 1), yes, no;

    if (!arith_take(a, "?"))
        return condition;
    a->skip += !condition;
    yes = arith_expression(a);
    a->skip -= !condition;
    if (!arith_take(a, ":"))
        arith_fail(a, ": expected");
    a->skip += !!condition;
    no = arith_expression(a);
    a->skip -= !!condition;
    return condition ? yes : no;
}

bool arith_eval(const char *text, long long *result)
{
    struct arith a = { .at = text };

    arith_skip_space(&a);
    *result = *a.at ? arith_expression(&a) : 0;
    arith_skip_space(&a);
    if (*a.at)
        arith_fail(&a, "unexpected text at its end");
    return !a.failed;
}
