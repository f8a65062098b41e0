/* SPDX-License-Identifier: MIT */
/*
 * test EXPRESSION, or [ EXPRESSION ]: says whether it is true.
 *
 * Files: -e there, -f regular, -d directory, -L or -h link, -b -c -p -S, -r
 * -w -x allowed, -s not empty, -g -u -k, F -nt F, F -ot F, F -ef F.  -t FD
 * terminal.  Strings: -n, -z, =, !=, <, >.  Integers: -eq -ne -lt -le -gt -ge.
 * ! ( ) -a -o combine.  Up to four arguments, their number decides what is an
 * operator, so that any string can be compared (POSIX.1-2017, test).
 * Exit status: 0 true, 1 false, 2 for wrong usage.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STATUS_USAGE 2

static char **args; /* what is left of them */
static int count;

static int parse_or(void);

static long long integer(const char *text)
{
    char *end;
    long long value = strtoll(text, &end, 10);

    while (*end == ' ')
        end++;
    if (end == text || *end)
        errx(STATUS_USAGE, "%s: integer expected", text);
    return value;
}

static int is_unary(const char *op)
{
    return op[0] == '-' && op[1] && !op[2] &&
           strchr("bcdefgGhkLnOprsStuwxz", op[1]);
}

static int is_type(mode_t mode, char letter)
{
    switch (letter) {
    case 'b':
        return S_ISBLK(mode);
    case 'c':
        return S_ISCHR(mode);
    case 'd':
        return S_ISDIR(mode);
    case 'f':
        return S_ISREG(mode);
    case 'h':
    case 'L':
        return S_ISLNK(mode);
    case 'p':
        return S_ISFIFO(mode);
    default:
        return S_ISSOCK(mode);
    }
}

static int test_unary(char letter, const char *operand)
{
    struct stat st;
    int is_link_test = letter == 'h' || letter == 'L';

    switch (letter) {
    case 'n':
        return *operand != '\0';
    case 'z':
        return *operand == '\0';
    case 't':
        return isatty((int)integer(operand));
    case 'r':
        return access(operand, R_OK) == 0;
    case 'w':
        return access(operand, W_OK) == 0;
    case 'x':
        return access(operand, X_OK) == 0;
    }
    if ((is_link_test ? lstat(operand, &st) : stat(operand, &st)) < 0)
        return 0;
    switch (letter) {
    case 'e':
        return 1;
    case 's':
        return st.st_size > 0;
    case 'g':
        return (st.st_mode & S_ISGID) != 0;
    case 'u':
        return (st.st_mode & S_ISUID) != 0;
    case 'k':
        return (st.st_mode & S_ISVTX) != 0;
    case 'O':
        return st.st_uid == geteuid();
    case 'G':
        return st.st_gid == getegid();
    default:
        return is_type(st.st_mode, letter);
    }
}

static const char *const binary_operators[] = {
    "=",   "==",  "!=",  "<",   ">",   "-eq", "-ne", "-lt",
    "-le", "-gt", "-ge", "-nt", "-ot", "-ef", NULL,
};

static int is_binary(const char *op)
{
    for (int i = 0; binary_operators[i]; i++)
        if (strcmp(op, binary_operators[i]) == 0)
            return 1;
    return 0;
}

/* Compares what two paths name; a file that is not there is older. */
static int test_files(const char *left, const char *op, const char *right)
{
    struct stat a, b;
    int has_a = stat(left, &a) == 0;
    int has_b = stat(right, &b) == 0;
    int is_newer, is_older;

    if (strcmp(op, "-ef") == 0)
        return has_a && has_b && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
    if (!has_a || !has_b)
        return strcmp(op, "-nt") == 0 ? has_a : has_b;
    is_newer = a.st_mtim.tv_sec > b.st_mtim.tv_sec ||
               (a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
                a.st_mtim.tv_nsec > b.st_mtim.tv_nsec);
    is_older = a.st_mtim.tv_sec < b.st_mtim.tv_sec ||
               (a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
                a.st_mtim.tv_nsec < b.st_mtim.tv_nsec);
    return strcmp(op, "-nt") == 0 ? is_newer : is_older;
}

static int test_integers(const char *left, const char *op, const char *right)
{
    long long a = integer(left);
    long long b = integer(right);

    if (strcmp(op, "-eq") == 0)
        return a == b;
    if (strcmp(op, "-ne") == 0)
        return a != b;
    if (strcmp(op, "-lt") == 0)
        return a < b;
    if (strcmp(op, "-le") == 0)
        return a <= b;
    if (strcmp(op, "-gt") == 0)
        return a > b;
    return a >= b;
}

static int test_binary(const char *left, const char *op, const char *right)
{
    int order = strcmp(left, right);

    switch (*op) {
    case '=':
        return order == 0;
    case '!':
        return order != 0;
    case '<':
        return order < 0;
    case '>':
        return order > 0;
    }
    if (op[2] == 'f' || (op[2] == 't' && strchr("no", op[1])))
        return test_files(left, op, right);
    return test_integers(left, op, right);
}

static int next_is(const char *word)
{
    return count > 0 && strcmp(*args, word) == 0;
}

static void skip(int n)
{
    args += n;
    count -= n;
}

static int parse_primary(void)
{
    int result;

    if (count == 0)
        errx(STATUS_USAGE, "an argument is missing");
    if (count >= 3 && is_binary(args[1])) {
        result = test_binary(args[0], args[1], args[2]);
        skip(3);
    } else if (next_is("!") && count > 1) {
        skip(1);
        result = !parse_primary();
    } else if (next_is("(") && count > 1) {
        skip(1);
        result = parse_or();
        if (!next_is(")"))
            errx(STATUS_USAGE, "')' is missing");
        skip(1);
    } else if (count >= 2 && is_unary(args[0])) {
        result = test_unary(args[0][1], args[1]);
        skip(2);
    } else {
        result = **args != '\0';
        skip(1);
    }
    return result;
}

static int parse_and(void)
{
    int result = parse_primary();

    while (next_is("-a") && count > 1) {
        skip(1);
        result &= parse_primary();
    }
    return result;
}

static int parse_or(void)
{
    int result = parse_and();

    while (next_is("-o") && count > 1) {
        skip(1);
        result |= parse_and();
    }
    return result;
}

/* The cases in which POSIX looks at the number of arguments first. */
static int evaluate(void)
{
    int result;

    if (count == 0)
        return 0;
    if (count == 2 && next_is("!"))
        return args[1][0] == '\0';
    if (count == 3 && next_is("(") && strcmp(args[2], ")") == 0 &&
        !is_binary(args[1]))
        return args[1][0] != '\0';
    if (count == 4 && next_is("!")) {
        skip(1);
        return !evaluate();
    }
    result = parse_or();
    if (count > 0)
        errx(STATUS_USAGE, "%s: unexpected", *args);
    return result;
}

int main(int argc, char *argv[])
{
    size_t len = strlen(argv[0]);

    args = argv + 1;
    count = argc - 1;
    if (len > 0 && argv[0][len - 1] == '[') {
        if (count == 0 || strcmp(args[count - 1], "]") != 0)
            errx(STATUS_USAGE, "']' is missing");
        count--;
    }
    return !evaluate();
}
