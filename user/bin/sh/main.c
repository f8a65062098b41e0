/* SPDX-License-Identifier: MIT */
/*
 * The shell, as in POSIX.1-2017, Shell & Utilities, chapter 2.
 *
 *     sh [-options] [file [args]]     sh -c commands [name [args]]
 *
 * Here are the start and the end: options, where commands come from, the loop
 * that an interactive shell returns to after an error, and the exit.
 *
 * Read next: sh.h, which tells the way of a line through the other files.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sh.h"

#ifndef PATH_MAX
#define PATH_MAX 4096
#endif

extern char **environ;
struct shell sh;

/* Ends this shell, whichever it is, as the exit built-in would. */
void shell_exit(int status)
{
    sh.status = status;
    trap_run_exit(); /* may itself call exit */
    fflush(stdout);
    fflush(stderr);
    _exit(sh.status);
}

static void shell_variables(void)
{
    char text[16];

    vars_import(environ);
    var_unset("IFS"); /* not from outside: POSIX.1-2017, Shell, 2.5.3 */
    var_set("IFS", " \t\n");
    if (var_get("PATH") == NULL)
        var_set("PATH", "/bin");
    if (var_get("PS1") == NULL)
        var_set("PS1", "$ ");
    if (var_get("PS2") == NULL)
        var_set("PS2", "> ");
    var_set("PS4", "+ ");
    var_set("OPTIND", "1");
    snprintf(text, sizeof(text), "%d", (int)getppid());
    var_set("PPID", text);
    directory_init();
}

static void usage(void)
{
    fprintf(stderr, "usage: sh [-abCefimnsuvx] [file [args]]\n"
                    "       sh [-abCefimnsuvx] -c commands [name [args]]\n");
    exit(STATUS_ERROR);
}

struct start {
    const char *commands; /* -c */
    bool takes_commands, from_stdin, interactive, monitor_given;
    int next; /* the first argument that is no option */
};

/* Reads the options; those of set are set. */
static struct start options_read(int argc, char **argv)
{
    struct start s = { .next = 1 };

    for (; s.next < argc; s.next++) {
        const char *arg = argv[s.next];
        bool on = arg[0] == '-';

        if ((arg[0] != '-' && arg[0] != '+') || arg[1] == '\0')
            break;
        if (strcmp(arg, "--") == 0) {
            s.next++;
            break;
        }
        for (arg++; *arg; arg++) {
            char letter[2] = { *arg, '\0' };

            if (*arg == 'c')
                s.takes_commands = true;
            else if (*arg == 's')
                s.from_stdin = true;
            else if (*arg == 'i')
                s.interactive = true;
            else if (*arg == 'm')
                s.monitor_given = on;
            else if (*arg != 'l' && !option_set(letter, on))
                usage();
        }
    }
    if (s.takes_commands) {
        if (s.next >= argc)
            usage();
        s.commands = argv[s.next++];
    }
    return s;
}

/* Chooses where commands come from and sets $0. */
static void source_choose(struct source *src, struct start *s, int argc,
                          char **argv)
{
    if (s->commands) {
        source_from_text(src, s->commands, strlen(s->commands));
        src->may_exec = true;
        if (s->next < argc)
            sh.name = argv[s->next++];
    } else if (s->next < argc && !s->from_stdin) {
        sh.name = argv[s->next++];
        if (source_from_file(src, sh.name) < 0) {
            fprintf(stderr, "sh: cannot open %s: %s\n", sh.name,
                    strerror(errno));
            exit(STATUS_NOTFOUND);
        }
    } else {
        source_from_stdin(src);
    }
    params_set(argc - s->next, argv + s->next);
}

/* Runs the source to its end; at a terminal, again after each error. */
static void shell_loop(struct source *src)
{
    do {
        sh.unwind = UNWIND_NONE;
        sh.loops = sh.calls = sh.tests = 0;
        trap_clear_pending();
        trap_run_pending();
        exec_source(src);
        if (sh.unwind == UNWIND_ERROR) {
            source_drop(src);
            fflush(stdout);
            if (sh.interrupted) /* the prompt goes below the ^C */
                fputc('\n', stderr);
        }
    } while (sh.interactive && sh.unwind == UNWIND_ERROR);
}

int main(int argc, char **argv)
{
    struct source src;
    struct start s;

    sh.name = argv[0] ? argv[0] : "sh";
    sh.pid = getpid();
    sh.line = 1;
    shell_variables();
    s = options_read(argc, argv);
    sh.unwind = UNWIND_NONE;
    sh.interactive = s.interactive ||
                     (!s.commands && (s.next >= argc || s.from_stdin) &&
                      isatty(STDIN_FILENO) && isatty(STDERR_FILENO));
    sh.in_script = !sh.interactive;
    source_choose(&src, &s, argc, argv);
    trap_init();
    if (sh.interactive || s.monitor_given)
        jobs_set_monitor(true);
    shell_loop(&src);
    if (sh.interactive && src.edited && sh.unwind != UNWIND_EXIT)
        fputc('\n', stderr); /* after the ctrl-D */
    shell_exit(sh.status);
}
