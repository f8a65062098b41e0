/* SPDX-License-Identifier: MIT */
/*
 * The simple command: NAME=VALUE words redirections (POSIX.1-2017, Shell,
 * 2.9.1).
 *
 * The words are expanded first.  What the first one names is looked for in
 * this order: special built-in, function, built-in, program.  Only a program
 * needs a child: fork, then in the child redirections, variables and execve.
 * Built-ins and functions run in the shell itself, so what their redirections
 * and variables hide is put back afterwards.
 *
 * Read next: redirect.c, jobs.c.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "builtin.h"
#include "sh.h"

#define CALLS_MAX 500 /* functions within functions */

static void command_trace(char **argv)
{
    const char *prefix = var_get("PS4");

    fflush(stdout);
    fprintf(stderr, "%s", prefix ? prefix : "+ ");
    for (; *argv; argv++)
        fprintf(stderr, "%s%s", *argv, argv[1] ? " " : "\n");
    fflush(stderr);
}

/* Gives the variables before a command their values; remembers the old. */
static bool command_assign(struct word *assigns, bool exported,
                           struct saved_var **saved)
{
    for (; assigns; assigns = assigns->next) {
        size_t len = strcspn(assigns->text, "=");
        char *name = mem_alloc(len + 1);

        memcpy(name, assigns->text, len);
        if (saved)
            var_save(saved, name);
        free(name);
        if (!var_assign(assigns->text, exported))
            return false;
    }
    return true;
}

/* There is no command: redirections are tried, variables stay set. */
static void command_nothing(struct node *n)
{
    struct saved_fd *saved = NULL;

    /* Not before the assignments, for they may ask for $?. */
    if (redirect(n->redirs, &saved) && command_assign(n->assigns, false, NULL))
        sh.status = sh.substitution >= 0 ? sh.substitution : 0;
    redirect_undo(&saved);
}

static void command_builtin(struct node *n, const struct builtin *b,
                            struct fields *argv)
{
    struct saved_fd *saved_fds = NULL;
    struct saved_var *saved_vars = NULL;

    if (!redirect(n->redirs, &saved_fds)) {
        if (b->special)
            sh.unwind = UNWIND_ERROR;
    } else if (command_assign(n->assigns, !b->special,
                              b->special ? NULL : &saved_vars)) {
        sh.status = b->run(argv->count, argv->list);
        if (fflush(stdout) != 0 || ferror(stdout)) {
            sh_warn("%s: write error: %s", b->name, strerror(errno));
            clearerr(stdout);
            sh.status = 1;
        }
    }
    if (b->run == builtin_exec && sh.status == 0)
        redirect_forget(&saved_fds); /* "exec >file" is for good */
    else
        redirect_undo(&saved_fds);
    vars_restore(&saved_vars);
}

/* Runs the body of F with ARGV as its parameters. */
static void function_call(struct function *f, struct fields *argv)
{
    struct saved_var *locals = NULL, **outer_locals = var_locals;
    struct arena *arena = f->arena;
    char **params = sh.params;
    int nparams = sh.nparams, loops = sh.loops;

    if (sh.calls >= CALLS_MAX) {
        sh_error(STATUS_ERROR, "%s: functions nested too deep", f->name);
        return;
    }
    arena->references++; /* the body may redefine the function */
    sh.params = NULL;
    params_set(argv->count - 1, argv->list + 1);
    var_locals = &locals;
    sh.loops = 0;
    sh.calls++;
    exec_node(f->body, false);
    if (sh.unwind == UNWIND_RETURN)
        sh.unwind = UNWIND_NONE;
    sh.calls--;
    sh.loops = loops;
    vars_restore(&locals);
    var_locals = outer_locals;
    params_set(0, NULL);
    free(sh.params);
    sh.params = params;
    sh.nparams = nparams;
    arena_put(arena);
}

static void command_function(struct node *n, struct function *f,
                             struct fields *argv)
{
    struct saved_fd *saved_fds = NULL;
    struct saved_var *saved_vars = NULL;

    if (redirect(n->redirs, &saved_fds) &&
        command_assign(n->assigns, true, &saved_vars))
        function_call(f, argv);
    fflush(stdout);
    redirect_undo(&saved_fds);
    vars_restore(&saved_vars);
}

/* Does PATH lead to a file that may be executed? */
static bool file_may_run(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
           access(path, X_OK) == 0;
}

static bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

/* NAME in the first directory of LIST (as in PATH) where it SUITS, malloc'd;
 * NULL: nowhere. */
char *path_find(const char *list, const char *name,
                bool (*suits)(const char *path))
{
    while (list) {
        size_t len = strcspn(list, ":");
        struct buffer path = { 0 };

        buffer_append(&path, list, len);
        if (len)
            buffer_add(&path, '/');
        buffer_append(&path, name, strlen(name));
        if (suits(path.text))
            return path.text;
        buffer_free(&path);
        list = list[len] ? list + len + 1 : NULL;
    }
    return NULL;
}

/*
 * The file that NAME stands for, malloc'd.  A file in PATH that may not be
 * executed is returned only when no other is found; NULL: there is none.
 */
char *command_find(const char *name)
{
    const char *list = var_get("PATH");
    char *path;

    if (strchr(name, '/'))
        return mem_copy(name);
    if (*name == '\0')
        return NULL;
    path = path_find(list, name, file_may_run);
    return path ? path : path_find(list, name, file_exists);
}

/* A file that execve does not know is taken for a script without "#!". */
static void script_exec(const char *path, char **argv, char **env)
{
    static char shell[] = "/bin/sh";
    struct fields args = { 0 };

    fields_add(&args, shell);
    fields_add(&args, mem_copy(path));
    while (*++argv)
        fields_add(&args, *argv);
    execve(shell, args.list, env);
}

/* Becomes the program ARGV; returns only the status of having failed. */
int command_exec(char **argv)
{
    char *path = command_find(argv[0]);
    char **env = var_environment();
    int error;

    if (path == NULL) {
        sh_warn("%s: not found", argv[0]);
        return STATUS_NOTFOUND;
    }
    execve(path, argv, env);
    if (errno == ENOEXEC)
        script_exec(path, argv, env);
    error = errno;
    free(path);
    if (error == ENOENT && access(argv[0], F_OK) < 0) {
        sh_warn("%s: not found", argv[0]);
        return STATUS_NOTFOUND;
    }
    sh_warn("%s: %s", argv[0], strerror(error));
    return error == ENOENT ? STATUS_NOTFOUND : STATUS_NOEXEC;
}

static void command_program(struct node *n, struct fields *argv, bool is_last)
{
    if (!is_last) {
        struct job *job = job_new(n->text, false);
        pid_t pid = job_fork(job, FORK_FOREGROUND);

        if (pid < 0) {
            job_free(job);
            sh.status = STATUS_ERROR;
        }
        if (pid > 0)
            sh.status = job_foreground(job, false);
        if (pid != 0)
            return;
    }
    fflush(stdout);
    if (!redirect(n->redirs, NULL) || !command_assign(n->assigns, true, NULL))
        shell_exit(sh.status);
    shell_exit(command_exec(argv->list));
}

int command_run(struct node *n, bool is_last)
{
    struct fields argv = { 0 };
    const struct builtin *b;
    struct function *f;

    sh.substitution = -1;
    expand_words(n->words, &argv);
    if (sh.unwind == UNWIND_NONE && argv.count == 0) {
        command_nothing(n);
    } else if (sh.unwind == UNWIND_NONE) {
        if (sh.opt_xtrace)
            command_trace(argv.list);
        b = builtin_find(argv.list[0]);
        f = function_find(argv.list[0]);
        if (b && (b->special || !f))
            command_builtin(n, b, &argv);
        else if (f)
            command_function(n, f, &argv);
        else
            command_program(n, &argv, is_last);
    }
    fields_free(&argv);
    return sh.status;
}
