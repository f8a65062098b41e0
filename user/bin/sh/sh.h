/* SPDX-License-Identifier: MIT */
/*
 * The shell's data structures, and what each of its files offers the others.
 *
 * The way of a line: source.c reads it, lex.c cuts it into tokens, parse.c
 * builds a tree of struct node, exec.c walks the tree.  At a simple command
 * expand.c turns the words into fields and command.c runs them: a function, a
 * built-in, or a program by fork and execve.  jobs.c knows every child.
 *
 * Nothing here jumps: break, return, exit and errors set sh.unwind, and every
 * loop over commands stops while it is set.
 */
#pragma once

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <termios.h>

#include "memory.h"
#include "syntax.h"

#define SHELL_FIRST_FD 10 /* the shell keeps its own files from here on */
#define SIGNALS_END 65    /* one past the last signal */

/* Exit statuses with a meaning: POSIX.1-2017, Shell, 2.8.2. */
enum {
    STATUS_ERROR = 2,
    STATUS_NOEXEC = 126,
    STATUS_NOTFOUND = 127,
    STATUS_SIGNAL = 128,
};

/* Why the commands that are under way are being left. */
enum unwind {
    UNWIND_NONE,
    UNWIND_BREAK,
    UNWIND_CONTINUE,
    UNWIND_RETURN,
    UNWIND_ERROR, /* back to the prompt; ends a shell that runs a script */
    UNWIND_EXIT,
};

/* The state of this shell; there is one. */
struct shell {
    const char *name; /* $0 */
    pid_t pid;        /* $$: not changed by a subshell */
    int status;       /* $? */
    pid_t last_bg;    /* $!, or 0 */
    bool interactive; /* prompts, and outlives errors */
    bool in_script;   /* messages name the line */
    bool opt_errexit, opt_xtrace, opt_nounset, opt_monitor, opt_noexec;
    bool opt_notify, opt_noglob, opt_verbose, opt_allexport, opt_noclobber;
    bool in_subshell;   /* this process is a fork of the shell proper */
    int line;           /* of the command being run */
    int tests;          /* > 0: a failure is being tested, so -e is off */
    int loops, calls;   /* how deep in loops, and in functions and `.` */
    enum unwind unwind; /* set while commands are being left */
    int unwind_loops;   /* break and continue: loops still to leave */
    int substitution;   /* status of the last $(...) of this command, or -1 */
    int nparams;        /* $# */
    char **params;      /* $1 is params[0]; ends with NULL */
    volatile sig_atomic_t interrupted; /* ctrl-C arrived */
};
extern struct shell sh;

/* ---- error.c ---- */
void sh_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));
int sh_error(int status, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* ---- expand.c, param.c, fields.c, glob.c, arith.c ---- */
/* Every character of an expansion remembers where it came from. */
enum mark {
    MARK_LITERAL,  /* written unquoted: may be a glob, is not split */
    MARK_EXPANDED, /* came out of $...: may be a glob, is split */
    MARK_QUOTED,   /* neither */
    MARK_NOTHING,  /* no character, but "" makes a field */
    MARK_BREAK,    /* no character: "$@" ends a field here */
};
struct expansion {
    struct buffer text, marks; /* one mark for each character */
    bool heredoc;              /* a " is nothing special */
    int params;                /* how deep in ${...}: \} is a } there */
    bool failed;
    bool no_field; /* "$@" without parameters was here */
};
struct fields {
    char **list; /* ends with NULL */
    int count, size;
};
void expand_words(const struct word *words, struct fields *out);
char *expand_text(const char *raw);
char *expand_assignment(const char *raw);
char *expand_pattern(const char *raw);
char *expand_heredoc(const char *body);
void expand_word(struct expansion *ex, const char *raw, bool quoted);
void expand_into(struct expansion *ex, const char *raw, bool quoted);
char *expand_plain(const struct expansion *ex);
void expansion_add(struct expansion *ex, char c, enum mark mark);
void expansion_put(struct expansion *ex, const char *text, bool quoted);
char *expansion_pattern(const struct expansion *ex, size_t from, size_t to);
void expansion_free(struct expansion *ex);
size_t param_length(const char *text);
void param_put(struct expansion *ex, const char *name, bool quoted);
void param_braces(struct expansion *ex, const char *inner, bool quoted);
void fields_add(struct fields *f, char *text);
void fields_free(struct fields *f);
void fields_split(struct fields *out, const struct expansion *ex);
void glob_expand(struct fields *out, const char *pattern, const char *plain);
bool glob_has_magic(const char *pattern);
bool arith_eval(const char *text, long long *result);

/* ---- directory.c: cd and pwd ---- */
void directory_init(void);

/* ---- vars.c: variables and functions ---- */
struct var {
    struct var *next;
    char *name;
    char *value; /* NULL: declared by export, but not set */
    bool exported, readonly;
};
const char *var_get(const char *name);
bool var_set(const char *name, const char *value);
bool var_unset(const char *name);
struct var *var_declare(const char *name);
struct var *var_first(void);
bool var_assign(const char *text, bool exported);
char **var_environment(void);
void vars_import(char **env);
struct saved_var {
    struct saved_var *next;
    char *name, *value;
    bool was_there, exported;
};
void var_save(struct saved_var **list, const char *name);
void vars_restore(struct saved_var **list);
extern struct saved_var **var_locals; /* of the function being run */

struct function {
    struct function *next;
    char *name;
    struct node *body;
    struct arena *arena;
};
struct function *function_find(const char *name);
void function_define(const char *name, struct node *body, struct arena *arena);
bool function_unset(const char *name);

/* ---- alias.c ---- */
const char *alias_text(const char *name);
void alias_forget_positions(void);
bool alias_replace(struct lexer *lx);
bool alias_replace_next(struct lexer *lx);

/* ---- redirect.c ---- */
struct saved_fd {
    struct saved_fd *next;
    int fd, copy; /* copy < 0: fd was closed */
};
bool redirect(const struct redir *list, struct saved_fd **saved);
void redirect_undo(struct saved_fd **saved);
void redirect_forget(struct saved_fd **saved);

/* ---- exec.c, command.c, subst.c ---- */
int exec_node(struct node *n, bool is_last);
int exec_source(struct source *src);
int exec_text(const char *text);
int command_run(struct node *n, bool is_last);
int command_exec(char **argv);
char *command_find(const char *name);
char *path_find(const char *list, const char *name,
                bool (*suits)(const char *path));
char *command_output(const char *text, size_t len);
void shell_exit(int status) __attribute__((noreturn));

/* ---- jobs.c, joblist.c, control.c: children ---- */
enum job_state {
    JOB_RUNNING,
    JOB_STOPPED,
    JOB_DONE
};
struct job_proc {
    pid_t pid;
    int status; /* as waitpid gave it; meaningful when not running */
    enum job_state state;
    char *text; /* its part of a pipeline, NULL: all of the job's */
};
struct job {
    struct job *next;
    int id;     /* %1; 0: in the foreground, or ended and waited for */
    pid_t pgid; /* 0: it has no process group of its own */
    struct job_proc *procs;
    int nprocs;
    bool background;
    bool changed;       /* not yet told to the user */
    bool interrupted;   /* ended by SIGINT */
    unsigned long used; /* when it last became the current job */
    bool has_modes;
    struct termios modes; /* the terminal's, when it stopped */
    char *text;
};
enum fork_mode {
    FORK_FOREGROUND,
    FORK_BACKGROUND,
    FORK_PLAIN
};
void jobs_set_monitor(bool on);
void jobs_suspend(void);
void terminal_give(pid_t pgid, const struct termios *modes);
void terminal_take_back(struct job *job);
void jobs_show_parents(void);
struct job *job_new(const char *text, bool background);
pid_t job_fork(struct job *job, enum fork_mode mode);
void job_free(struct job *job);
int job_foreground(struct job *job, bool resume);
void job_background(struct job *job);
int job_wait(struct job *job);
bool jobs_wait_event(bool may_interrupt);
void jobs_reap(void);
void jobs_notify(void);
struct job *jobs_first(void);
struct job *job_find(const char *spec, const char **why);
struct job *job_find_pid(pid_t pid, struct job_proc **proc);
struct job *job_current(const struct job *except);
enum job_state job_state(const struct job *job);
bool jobs_are_stopped(void);
bool jobs_have_changed(void);
extern struct termios jobs_modes; /* the terminal's, for the shell */
int status_code(int status);
void status_text(char *out, size_t size, int status);
void job_print(const struct job *job, bool with_pids, FILE *out);

/* ---- trap.c: signals to the shell itself ---- */
void trap_init(void);
void trap_child(bool ignores_keys);
void trap_update(void);
bool trap_is_set(void);
void trap_clear_pending(void);
bool trap_is_pending(void);
void trap_run_pending(void);
void trap_check_interrupt(void);
void trap_run_exit(void);
int trap_pending_signal(void);

/* ---- setvars.c: options and parameters; printing.c ---- */
bool option_set(const char *letters, bool on);
void options_letters(char *out);
void quote_print(const char *text);
void params_set(int count, char **list);

/* ---- edit.c, history.c, complete.c: typing a line ---- */
int edit_line(const char *prompt, struct buffer *out);
void history_add(const char *line);
const char *history_get(int back);
void history_print(void);
struct edit;
void edit_complete(struct edit *e);
