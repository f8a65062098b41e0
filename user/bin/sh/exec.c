/* SPDX-License-Identifier: MIT */
/*
 * Walking the tree: what each kind of node does.
 *
 * exec_node() runs a node and leaves its exit status in sh.status.  With
 * is_last set this process has nothing to do afterwards, so a program may
 * take its place without a fork.  While sh.unwind is set every function here
 * returns at once; a loop that break or continue was meant for clears it.
 *
 * Read next: command.c for the simple command.
 */
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sh.h"

/* Under set -e, a failure that nobody tests ends the shell. */
static void errexit_check(void)
{
    if (sh.status != 0 && sh.opt_errexit && sh.tests == 0 &&
        sh.unwind == UNWIND_NONE)
        sh.unwind = UNWIND_EXIT;
}

/* Runs commands whose failure is no failure: a condition. */
static int exec_test(struct node *n)
{
    sh.tests++;
    exec_node(n, false);
    sh.tests--;
    return sh.status;
}

/* In a fresh child: one stage of a pipeline. */
static void exec_stage(struct node *n, int in, const int *pipe_fds)
{
    if (in >= 0) {
        dup2(in, STDIN_FILENO);
        close(in);
    }
    if (pipe_fds) {
        dup2(pipe_fds[1], STDOUT_FILENO);
        close(pipe_fds[0]);
        close(pipe_fds[1]);
    }
    exec_node(n, true);
    shell_exit(sh.status);
}

/* Starts the stages of pipeline N, each a child; false if one failed. */
static bool pipeline_start(struct job *job, struct node *n, bool background)
{
    enum fork_mode mode = background ? FORK_BACKGROUND : FORK_FOREGROUND;
    int in = -1, fds[2];
    pid_t pid;

    for (;; n = n->right) {
        bool more = n->kind == NODE_PIPE;
        struct node *stage = more ? n->left : n;

        if (more && pipe(fds) < 0) {
            sh_warn("cannot make a pipe");
            break;
        }
        pid = job_fork(job, mode);
        if (pid == 0)
            exec_stage(stage, in, more ? fds : NULL);
        if (pid > 0 && stage->text)
            job->procs[job->nprocs - 1].text = mem_copy(stage->text);
        if (in >= 0)
            close(in);
        in = more ? fds[0] : -1;
        if (more)
            close(fds[1]);
        if (pid < 0)
            break;
        if (!more)
            return true;
    }
    if (in >= 0)
        close(in);
    return false;
}

static void exec_pipeline(struct node *n)
{
    struct job *job = job_new(n->text, false);
    bool ok = pipeline_start(job, n, false);

    if (job->nprocs)
        sh.status = job_foreground(job, false);
    else
        job_free(job);
    if (!ok)
        sh.status = STATUS_ERROR;
    errexit_check();
}

static void exec_background(struct node *n)
{
    struct job *job = job_new(n->left->text, true);
    bool ok = pipeline_start(job, n->left, true);

    if (job->nprocs)
        job_background(job);
    else
        job_free(job);
    sh.status = ok ? 0 : STATUS_ERROR;
}

static void exec_subshell(struct node *n, bool is_last)
{
    if (!(is_last && sh.in_subshell)) {
        exec_pipeline(n); /* comes back here, in the child, with is_last */
        return;
    }
    if (redirect(n->redirs, NULL))
        exec_node(n->left, true);
}

/* After a loop's commands: does the loop go on? */
static bool loop_goes_on(void)
{
    bool goes_on = sh.unwind != UNWIND_BREAK;

    if (sh.unwind == UNWIND_NONE)
        return true;
    if (sh.unwind != UNWIND_BREAK && sh.unwind != UNWIND_CONTINUE)
        return false;
    if (--sh.unwind_loops > 0)
        return false; /* an outer loop was meant */
    sh.unwind = UNWIND_NONE;
    return goes_on;
}

static void exec_while(struct node *n)
{
    int status = 0;

    sh.loops++;
    for (;;) {
        exec_test(n->left);
        if (sh.unwind != UNWIND_NONE) {
            if (loop_goes_on())
                continue;
            break;
        }
        if ((sh.status == 0) != (n->kind == NODE_WHILE)) {
            sh.status = status;
            break;
        }
        status = exec_node(n->right, false);
        if (!loop_goes_on())
            break;
    }
    sh.loops--;
}

static void exec_for(struct node *n)
{
    struct fields list = { 0 };
    int i;

    if (n->has_in) {
        expand_words(n->words, &list);
    } else {
        for (i = 0; i < sh.nparams; i++)
            fields_add(&list, mem_copy(sh.params[i]));
    }
    if (sh.unwind == UNWIND_NONE)
        sh.status = 0;
    sh.loops++;
    for (i = 0; i < list.count && sh.unwind == UNWIND_NONE; i++) {
        if (!var_set(n->name, list.list[i]))
            break;
        exec_node(n->right, false);
        if (!loop_goes_on())
            break;
    }
    sh.loops--;
    fields_free(&list);
}

static bool case_matches(struct word *patterns, const char *subject)
{
    for (; patterns; patterns = patterns->next) {
        char *pattern = expand_pattern(patterns->text);
        bool matches = pattern && fnmatch(pattern, subject, 0) == 0;

        free(pattern);
        if (matches || sh.unwind != UNWIND_NONE)
            return matches;
    }
    return false;
}

static void exec_case(struct node *n, bool is_last)
{
    char *subject = expand_text(n->words->text);
    struct case_item *item;

    if (subject == NULL)
        return;
    sh.status = 0;
    for (item = n->items; item; item = item->next) {
        if (case_matches(item->patterns, subject)) {
            exec_node(item->body, is_last);
            break;
        }
        if (sh.unwind != UNWIND_NONE)
            break;
    }
    free(subject);
}

static void exec_if(struct node *n, bool is_last)
{
    if (exec_test(n->left) == 0) {
        exec_node(n->right, is_last);
    } else if (sh.unwind == UNWIND_NONE) {
        if (n->otherwise == NULL)
            sh.status = 0;
        exec_node(n->otherwise, is_last);
    }
}

/* AND runs its right side after success, OR after failure. */
static void exec_and_or(struct node *n, bool is_last)
{
    int status = exec_test(n->left);

    if (sh.unwind == UNWIND_NONE && (status == 0) == (n->kind == NODE_AND))
        exec_node(n->right, is_last);
}

static void exec_kind(struct node *n, bool is_last)
{
    switch (n->kind) {
    case NODE_SIMPLE:
        command_run(n, is_last);
        errexit_check();
        break;
    case NODE_PIPE:
        exec_pipeline(n);
        break;
    case NODE_NOT:
        sh.status = !exec_test(n->left);
        break;
    case NODE_AND:
    case NODE_OR:
        exec_and_or(n, is_last);
        break;
    case NODE_BACKGROUND:
        exec_background(n);
        break;
    case NODE_GROUP:
        exec_node(n->left, is_last);
        break;
    case NODE_SUBSHELL:
        exec_subshell(n, is_last);
        break;
    case NODE_IF:
        exec_if(n, is_last);
        break;
    case NODE_WHILE:
    case NODE_UNTIL:
        exec_while(n);
        break;
    case NODE_FOR:
        exec_for(n);
        break;
    case NODE_CASE:
        exec_case(n, is_last);
        break;
    case NODE_FUNCTION:
        function_define(n->name, n->left, n->arena);
        sh.status = 0;
        break;
    case NODE_SEQUENCE: /* exec_node() takes it apart */
        break;
    }
}

/* Runs a compound command with the redirections that follow it. */
static void exec_redirected(struct node *n, bool is_last)
{
    struct saved_fd *saved = NULL;

    if (redirect(n->redirs, &saved))
        exec_kind(n, is_last);
    else
        errexit_check();
    fflush(stdout);
    redirect_undo(&saved);
}

int exec_node(struct node *n, bool is_last)
{
    while (n && sh.unwind == UNWIND_NONE) {
        struct node *now = n->kind == NODE_SEQUENCE ? n->left : n;

        n = n->kind == NODE_SEQUENCE ? n->right : NULL;
        sh.line = now->line;
        if (now->redirs && now->kind != NODE_SIMPLE &&
            now->kind != NODE_SUBSHELL)
            exec_redirected(now, is_last && n == NULL);
        else
            exec_kind(now, is_last && n == NULL);
        trap_run_pending();
    }
    return sh.status;
}

/* Is nothing left of the text but white space? */
static bool source_is_done(const struct lexer *lx)
{
    const char *rest = lx->src->buf.text + lx->pos;

    return lx->src->ended && rest[strspn(rest, " \t\n")] == '\0';
}

/* Parses and runs line after line, until the end or an error. */
int exec_source(struct source *src)
{
    enum parse_result result = PARSE_EMPTY;
    struct lexer lx;

    lex_start(&lx, src, NULL);
    while (sh.unwind == UNWIND_NONE && result != PARSE_END) {
        struct arena *arena = arena_new();
        struct node *tree = NULL;

        lx.arena = arena;
        if (sh.interactive && src->fd == STDIN_FILENO) {
            trap_clear_pending();
            jobs_reap();
            jobs_notify();
        }
        result = parse_line(&lx, &tree);
        if (result == PARSE_ERROR) {
            sh.status = src->interrupted ? STATUS_SIGNAL + SIGINT
                                         : STATUS_ERROR;
            sh.unwind = UNWIND_ERROR;
        } else if (result == PARSE_COMMAND && !sh.opt_noexec) {
            exec_node(tree,
                      src->may_exec && source_is_done(&lx) && !trap_is_set());
        }
        arena_put(arena);
    }
    return sh.status;
}

int exec_text(const char *text)
{
    struct source src;

    source_from_text(&src, text, strlen(text));
    exec_source(&src);
    source_close(&src);
    return sh.status;
}
