/* SPDX-License-Identifier: MIT */
/*
 * The table of built-ins, and those that steer the shell: exit, exec, eval,
 * break, return and their like.
 *
 * A built-in gets argc and argv as a program does and returns its exit status.
 * The special ones are found before functions, and an error in one ends a
 * script (POSIX.1-2017, Shell, 2.14).
 *
 * Read next: about.c, setvars.c, jobcmd.c, printing.c and test.c hold the others.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/times.h>
#include <unistd.h>

#include "builtin.h"
#include "sh.h"

static int builtin_colon(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

static int builtin_false(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return 1;
}

static const struct builtin builtins[] = {
    { ".", builtin_dot, true },
    { ":", builtin_colon, true },
    { "[", builtin_test, false },
    { "alias", builtin_alias, false },
    { "bg", builtin_bg, false },
    { "break", builtin_break, true },
    { "cd", builtin_cd, false },
    { "command", builtin_command, false },
    { "continue", builtin_break, true },
    { "disown", builtin_disown, false },
    { "echo", builtin_echo, false },
    { "eval", builtin_eval, true },
    { "exec", builtin_exec, true },
    { "exit", builtin_exit, true },
    { "export", builtin_export, true },
    { "false", builtin_false, false },
    { "fg", builtin_fg, false },
    { "getopts", builtin_getopts, false },
    { "hash", builtin_hash, false },
    { "help", builtin_help, false },
    { "history", builtin_history, false },
    { "jobs", builtin_jobs, false },
    { "kill", builtin_kill, false },
    { "local", builtin_local, false },
    { "printf", builtin_printf, false },
    { "pwd", builtin_pwd, false },
    { "read", builtin_read, false },
    { "readonly", builtin_export, true },
    { "return", builtin_return, true },
    { "set", builtin_set, true },
    { "shift", builtin_shift, true },
    { "suspend", builtin_suspend, false },
    { "test", builtin_test, false },
    { "times", builtin_times, true },
    { "trap", builtin_trap, true },
    { "true", builtin_colon, false },
    { "type", builtin_type, false },
    { "ulimit", builtin_ulimit, false },
    { "umask", builtin_umask, false },
    { "unalias", builtin_unalias, false },
    { "unset", builtin_unset, true },
    { "wait", builtin_wait, false },
};

const struct builtin *builtin_table(size_t *count)
{
    *count = sizeof(builtins) / sizeof(builtins[0]);
    return builtins;
}

const struct builtin *builtin_find(const char *name)
{
    size_t i, count;

    for (builtin_table(&count), i = 0; i < count; i++) {
        if (strcmp(builtins[i].name, name) == 0)
            return &builtins[i];
    }
    return NULL;
}

/* A whole number that is not negative. */
bool number_parse(const char *text, long *out)
{
    char *end;

    errno = 0;
    *out = strtol(text, &end, 10);
    return end != text && *end == '\0' && *out >= 0 && errno == 0;
}

/* The status named by argv[1], or the current one. */
static int status_argument(int argc, char **argv)
{
    long n;

    if (argc < 2)
        return sh.status;
    if (!number_parse(argv[1], &n))
        return sh_error(STATUS_ERROR, "%s: bad number: %s", argv[0], argv[1]);
    return (int)n & 0xff;
}

int builtin_exit(int argc, char **argv)
{
    static bool warned;
    int status = status_argument(argc, argv);

    if (sh.unwind != UNWIND_NONE)
        return status;
    if (sh.interactive && !warned && jobs_are_stopped()) {
        fprintf(stderr, "You have stopped jobs.\n");
        warned = true;
        return 1;
    }
    sh.unwind = UNWIND_EXIT;
    return status;
}

int builtin_return(int argc, char **argv)
{
    int status = status_argument(argc, argv);

    if (sh.unwind == UNWIND_NONE)
        sh.unwind = sh.calls ? UNWIND_RETURN : UNWIND_EXIT;
    return status;
}

/* break and continue: out of N loops. */
int builtin_break(int argc, char **argv)
{
    long n = 1;

    if (argc > 1 && (!number_parse(argv[1], &n) || n == 0))
        return sh_error(STATUS_ERROR, "%s: bad number: %s", argv[0], argv[1]);
    if (sh.loops == 0)
        return 0;
    sh.unwind_loops = n > sh.loops ? sh.loops : (int)n;
    sh.unwind = argv[0][0] == 'b' ? UNWIND_BREAK : UNWIND_CONTINUE;
    return 0;
}

/* Runs the arguments, joined by spaces, as commands. */
int builtin_eval(int argc, char **argv)
{
    struct buffer text = { 0 };
    int i, line = sh.line;

    for (i = 1; i < argc; i++) {
        buffer_append(&text, argv[i], strlen(argv[i]));
        buffer_add(&text, i + 1 < argc ? ' ' : '\n');
    }
    if (argc < 2)
        return 0;
    sh.status = 0;
    exec_text(text.text);
    buffer_free(&text);
    sh.line = line;
    return sh.status;
}

static bool file_may_read(const char *path)
{
    return access(path, R_OK) == 0;
}

/* . file: runs its commands in this shell; the file is sought in PATH. */
int builtin_dot(int argc, char **argv)
{
    struct source src;
    char *path;
    int line = sh.line;

    if (argc < 2)
        return sh_error(STATUS_ERROR, ".: a file is expected");
    path = strchr(argv[1], '/')
               ? mem_copy(argv[1])
               : path_find(var_get("PATH"), argv[1], file_may_read);
    if (path == NULL || source_from_file(&src, path) < 0) {
        free(path);
        return sh_error(STATUS_ERROR, ".: %s: not found", argv[1]);
    }
    free(path);
    sh.status = 0;
    sh.calls++;
    exec_source(&src);
    if (sh.unwind == UNWIND_RETURN)
        sh.unwind = UNWIND_NONE;
    sh.calls--;
    source_close(&src);
    sh.line = line;
    return sh.status;
}

/* Its redirections were done by command.c, for good. */
int builtin_exec(int argc, char **argv)
{
    bool in_subshell = sh.in_subshell;
    int status;

    if (argc < 2)
        return 0;
    sh.in_subshell = true; /* the program gets the signals of a child */
    trap_update();
    status = command_exec(argv + 1);
    sh.in_subshell = in_subshell;
    trap_update();
    if (!sh.interactive)
        sh.unwind = UNWIND_EXIT;
    return status;
}

/* The shell's user and system time, then its children's. */
int builtin_times(int argc, char **argv)
{
    long per_second = sysconf(_SC_CLK_TCK);
    struct tms t;
    long figures[4];
    int i;

    (void)argc;
    (void)argv;
    times(&t);
    figures[0] = t.tms_utime;
    figures[1] = t.tms_stime;
    figures[2] = t.tms_cutime;
    figures[3] = t.tms_cstime;
    for (i = 0; i < 4; i++)
        printf("%ldm%ld.%02lds%c", figures[i] / per_second / 60,
               figures[i] / per_second % 60,
               figures[i] % per_second * 100 / per_second, i % 2 ? '\n' : ' ');
    return 0;
}

int builtin_history(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    history_print();
    return 0;
}

/* command [-v|-V] name args...: the command, even if a function hides it. */
int builtin_command(int argc, char **argv)
{
    const struct builtin *b;
    int i = 1;
    bool plain = argc > 1 && strcmp(argv[1], "-v") == 0;
    struct job *job;
    pid_t pid;

    if (argc > 2 && (plain || strcmp(argv[1], "-V") == 0))
        return command_describe(argv[2], plain);
    while (i < argc &&
           (strcmp(argv[i], "-p") == 0 || strcmp(argv[i], "--") == 0))
        i++;
    if (i >= argc)
        return 0;
    b = builtin_find(argv[i]);
    if (b)
        return b->run(argc - i, argv + i);
    job = job_new(argv[i], false);
    pid = job_fork(job, FORK_FOREGROUND);
    if (pid == 0)
        shell_exit(command_exec(argv + i));
    if (pid > 0)
        return job_foreground(job, false);
    job_free(job);
    return STATUS_ERROR;
}
