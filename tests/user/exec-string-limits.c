/* SPDX-License-Identifier: MIT */
/*
 * One argument may have 128 KiB with its NUL, all together much more; one
 * byte above is E2BIG, and bad pointers are EFAULT (execve(2), "Limits on
 * size of arguments and environment").
 */
#include "tap.h"

enum { STRING_MAX = 128 * 1024, COUNT = 10 };

static char *program;
static char **volatile bad_list = (char **)16;
static char text[STRING_MAX + 1];

static int run(char **args, char **env)
{
    pid_t pid = fork();

    if (pid == 0) {
        execve(program, args, env);
        _exit(100 + errno);
    }
    return WEXITSTATUS(child_wait(pid));
}

static int child_main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        expect(strlen(argv[i]) == STRING_MAX - 1);
    return argc;
}

int main(int argc, char **argv)
{
    char *args[COUNT + 2] = {argv[0]}, *env[] = {NULL, NULL};

    if (argc > 1)
        return child_main(argc, argv);
    plan(7);
    program = argv[0];
    memset(text, 'a', STRING_MAX - 1);
    args[1] = text;
    is(run(args, env), 2, "an argument of 128 KiB");
    text[STRING_MAX - 1] = 'a';
    is(run(args, env), 100 + E2BIG, "one byte more: E2BIG");
    env[0] = text;
    args[1] = NULL;
    is(run(args, env), 100 + E2BIG, "also in the environment");
    text[STRING_MAX - 1] = '\0';
    env[0] = NULL;
    for (int i = 1; i <= COUNT; i++)
        args[i] = text;
    is(run(args, env), COUNT + 1, "ten of them");
    args[1] = (char *)16;
    is(run(args, env), 100 + EFAULT, "a bad argument: EFAULT");
    args[1] = NULL;
    env[0] = (char *)16;
    is(run(args, env), 100 + EFAULT, "a bad environment: EFAULT");
    env[0] = NULL;
    is(run(bad_list, env), 100 + EFAULT, "a bad list: EFAULT");
    return done();
}
