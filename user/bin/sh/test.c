/* SPDX-License-Identifier: MIT */
/*
 * The built-ins test and [ (POSIX.1-2017, test).
 *
 * An expression is read by recursive descent: -o binds loosest, then -a, then
 * !, then a primary.  A primary looks ahead for a binary operator first, so
 * that "test -f = -f" compares; and a last word alone is a text that is true
 * when it is not empty, so that [ "$x" ] works whatever x is.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "builtin.h"
#include "sh.h"

struct test {
    char **args;
    int left; /* how many of ARGS are still to be read */
    bool failed;
};

static bool test_or(struct test *t);

static void test_fail(struct test *t, const char *what, const char *why)
{
    if (!t->failed)
        sh_warn("test: %s: %s", what, why);
    t->failed = true;
}

static void test_skip(struct test *t, int count)
{
    t->args += count;
    t->left -= count;
}

static long long test_number(struct test *t, const char *text)
{
    char *end;
    long long n;

    errno = 0;
    n = strtoll(text, &end, 10);
    if (end == text || *(end + strspn(end, " \t")) || errno)
        test_fail(t, text, "a number is expected");
    return n;
}

static bool test_file(char what, const char *path)
{
    struct stat st;

    if (what == 'h' || what == 'L')
        return lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
    if (what == 'r' || what == 'w' || what == 'x')
        return access(path, what == 'r'   ? R_OK
                            : what == 'w' ? W_OK
                                          : X_OK) == 0;
    if (stat(path, &st) < 0)
        return false;
    switch (what) {
    case 'b':
        return S_ISBLK(st.st_mode);
    case 'c':
        return S_ISCHR(st.st_mode);
    case 'd':
        return S_ISDIR(st.st_mode);
    case 'f':
        return S_ISREG(st.st_mode);
    case 'g':
        return st.st_mode & S_ISGID;
    case 'p':
        return S_ISFIFO(st.st_mode);
    case 's':
        return st.st_size > 0;
    case 'S':
        return S_ISSOCK(st.st_mode);
    case 'u':
        return st.st_mode & S_ISUID;
    default: /* e */
        return true;
    }
}

static bool test_unary(struct test *t, char what, const char *arg)
{
    if (what == 'n')
        return *arg;
    if (what == 'z')
        return !*arg;
    if (what == 't')
        return isatty((int)test_number(t, arg));
    return test_file(what, arg);
}

static bool is_unary(const char *word)
{
    return word[0] == '-' && word[1] && !word[2] &&
           strchr("bcdefghLnprsStuwxz", word[1]);
}

static const char *const binaries[] = { "=",   "!=",  "==",  "<",   ">",
                                        "-eq", "-ne", "-gt", "-ge", "-lt",
                                        "-le", "-nt", "-ot", "-ef" };

static bool is_binary(const char *word)
{
    size_t i;

    for (i = 0; i < sizeof(binaries) / sizeof(binaries[0]); i++) {
        if (strcmp(word, binaries[i]) == 0)
            return true;
    }
    return false;
}

/* -nt, -ot and -ef; a file that is missing is the oldest. */
static bool test_files(const char *a, const char *op, const char *b)
{
    struct stat x, y;
    bool has_x = stat(a, &x) == 0, has_y = stat(b, &y) == 0;

    if (op[1] == 'e')
        return has_x && has_y && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
    if (op[1] == 'n')
        return has_x && (!has_y || x.st_mtime > y.st_mtime);
    return has_y && (!has_x || x.st_mtime < y.st_mtime);
}

static bool test_binary(struct test *t, const char *a, const char *op,
                        const char *b)
{
    long long x, y;

    if (op[0] == '=')
        return strcmp(a, b) == 0;
    if (op[0] == '!')
        return strcmp(a, b) != 0;
    if (op[0] == '<' || op[0] == '>')
        return op[0] == '<' ? strcmp(a, b) < 0 : strcmp(a, b) > 0;
    if (strcmp(op, "-nt") == 0 || strcmp(op, "-ot") == 0 ||
        strcmp(op, "-ef") == 0)
        return test_files(a, op, b);
    x = test_number(t, a);
    y = test_number(t, b);
    switch (op[1]) {
    case 'e':
        return x == y;
    case 'n':
        return x != y;
    case 'g':
        return op[2] == 't' ? x > y : x >= y;
    default:
        return op[2] == 't' ? x < y : x <= y;
    }
}

static bool test_primary(struct test *t)
{
    char **args = t->args;
    bool result;

    if (t->left == 0) {
        test_fail(t, "argument", "expected");
        return false;
    }
    if (t->left >= 3 && is_binary(args[1])) {
        test_skip(t, 3);
        return test_binary(t, args[0], args[1], args[2]);
    }
    if (t->left >= 2 && strcmp(args[0], "!") == 0) {
        test_skip(t, 1);
        return !test_primary(t);
    }
    if (t->left >= 3 && strcmp(args[0], "(") == 0) {
        test_skip(t, 1);
        result = test_or(t);
        if (t->left == 0 || strcmp(t->args[0], ")") != 0)
            test_fail(t, ")", "expected");
        else
            test_skip(t, 1);
        return result;
    }
    if (t->left >= 2 && is_unary(args[0])) {
        test_skip(t, 2);
        return test_unary(t, args[0][1], args[1]);
    }
    test_skip(t, 1);
    return args[0][0] != '\0';
}

static bool test_and(struct test *t)
{
    bool result = test_primary(t);

    while (t->left && strcmp(t->args[0], "-a") == 0) {
        test_skip(t, 1);
        result = test_primary(t) && result;
    }
    return result;
}

static bool test_or(struct test *t)
{
    bool result = test_and(t);

    while (t->left && strcmp(t->args[0], "-o") == 0) {
        test_skip(t, 1);
        result = test_and(t) || result;
    }
    return result;
}

/* 0: true, 1: false, 2: error. */
int builtin_test(int argc, char **argv)
{
    struct test t = { .args = argv + 1, .left = argc - 1 };
    bool result;

    if (strcmp(argv[0], "[") == 0) {
        if (strcmp(argv[argc - 1], "]") != 0) {
            sh_warn("[: missing ]");
            return STATUS_ERROR;
        }
        t.left--;
    }
    if (t.left == 0)
        return 1;
    result = test_or(&t);
    if (t.left && !t.failed)
        test_fail(&t, t.args[0], "unexpected operator");
    return t.failed ? STATUS_ERROR : !result;
}
