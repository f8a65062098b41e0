/* SPDX-License-Identifier: MIT */
/*
 * Interpreter scripts: "#!interpreter [argument]" (execve(2)).
 *
 * The line is cut before byte SCRIPT_LINE_BYTES and split at its first blank: what stands
 * behind is one argument, blanks and all.  The interpreter is then run as
 *
 *     interpreter [argument] path-of-script argv[1] argv[2] ...
 *
 * Called by proc/exec.c in process context.
 */
#include "proc/script.h"

#include "fs/inode.h"
#include "lib/string.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static char *skip_blanks(char *s)
{
    while (is_blank(*s))
        s++;
    return s;
}

static void cut_trailing_blanks(char *s)
{
    size_t len = strlen(s);
    while (len > 0 && is_blank(s[len - 1]))
        s[--len] = '\0';
}

/*
 * Splits LINE, which begins behind "#!", in place; IS_CUT says that it may go on.
 * Returns: the interpreter, which is empty where the file ends too early, or NULL;
 * *ARGUMENT is NULL where there is none.
 */
static char *script_split(char *line, bool is_cut, char **argument)
{
    char *end = strchr(line, '\n');
    if (end)
        *end = '\0';
    char *interpreter = skip_blanks(line);
    char *rest = interpreter;
    while (*rest && !is_blank(*rest))
        rest++;
    if (end ? rest == interpreter : !*rest && is_cut)
        return NULL;
    if (*rest)
        *rest++ = '\0';
    rest = skip_blanks(rest);
    cut_trailing_blanks(rest);
    *argument = *rest ? rest : NULL;
    return interpreter;
}

/* Replaces argv[0] by the COUNT strings at FRONT. */
static int script_prepend(struct script *script, struct exec_strings *argv,
                          const char *const *front, unsigned int count)
{
    unsigned int rest = argv->kernel_count;

    if (rest == 0)
        argv->user_skip = 1;
    else
        rest--;
    if (count + rest > SCRIPT_ARGS_MAX)
        return -E2BIG;
    if (rest > 0)
        memmove(script->args + count, argv->kernel + 1,
                rest * sizeof(*front));
    memcpy(script->args, front, count * sizeof(*front));
    argv->kernel = script->args;
    argv->kernel_count = count + rest;
    return 0;
}

int script_read(struct inode *inode, struct script *script, const char *path,
                struct exec_strings *argv)
{
    char magic[2];
    if (inode_read(inode, magic, sizeof(magic), 0) != sizeof(magic) ||
        magic[0] != '#' || magic[1] != '!')
        return 0;
    if (script->depth == SCRIPT_DEPTH)
        return -ELOOP;

    char *line = script->line[script->depth];
    const long len = SCRIPT_LINE_BYTES - sizeof(magic);
    long got = inode_read(inode, line, (size_t)len, sizeof(magic));
    if (got < 0)
        return (int)got;
    line[got] = '\0';
    bool is_cut = got == len && !strchr(line, '\n') && !is_blank(line[len - 1]);
    if (is_cut)
        line[len - 1] = '\0'; /* it only tells that the line goes on */
    char *argument;
    char *interpreter = script_split(line, is_cut, &argument);
    if (!interpreter)
        return -ENOEXEC;
    script->depth++;

    const char *front[] = { interpreter, argument ? argument : path, path };
    int error = script_prepend(script, argv, front, argument ? 3 : 2);
    return error < 0 ? error : 1;
}
