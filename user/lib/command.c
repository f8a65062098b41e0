/* SPDX-License-Identifier: MIT */
/*
 * Running a shell command: system, popen and pclose.
 *
 * system waits for its child alone: while it waits it ignores the keyboard's
 * signals, which are meant for the command, and blocks SIGCHLD, so that no
 * handler of the program reaps the child first (system(3), POSIX.1-2017).
 * popen keeps the child's id in the stream, for pclose to wait for.
 * Read next: exec.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "stdio_file.h"

#define SHELL               "/bin/sh"
#define STATUS_NOT_EXECUTED 127

static void run_shell(const char *command) __attribute__((noreturn));

static void run_shell(const char *command)
{
    execl(SHELL, "sh", "-c", command, (char *)NULL);
    _exit(STATUS_NOT_EXECUTED);
}

static int wait_for(pid_t child)
{
    int status;

    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return status;
}

int system(const char *command)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    struct sigaction old_int, old_quit;
    sigset_t block, old_mask;
    int status = -1;
    pid_t child;

    if (!command)
        return access(SHELL, X_OK) == 0;

    sigaction(SIGINT, &ignore, &old_int);
    sigaction(SIGQUIT, &ignore, &old_quit);
    sigemptyset(&block);
    sigaddset(&block, SIGCHLD);
    sigprocmask(SIG_BLOCK, &block, &old_mask);

    child = fork();
    if (child > 0)
        status = wait_for(child);

    sigaction(SIGINT, &old_int, NULL);
    sigaction(SIGQUIT, &old_quit, NULL);
    sigprocmask(SIG_SETMASK, &old_mask, NULL);
    if (child == 0)
        run_shell(command);
    return status;
}

FILE *popen(const char *command, const char *mode)
{
    int is_read = *mode == 'r';
    int fds[2];
    FILE *f;
    int ours, theirs;

    if (!is_read && *mode != 'w') {
        errno = EINVAL;
        return NULL;
    }
    if (pipe2(fds, O_CLOEXEC) < 0)
        return NULL;
    ours = is_read ? fds[0] : fds[1];
    theirs = is_read ? fds[1] : fds[0];
    f = fdopen(ours, mode);
    if (!f)
        goto close_pipe;

    f->child = fork();
    if (f->child < 0)
        goto close_stream;
    if (f->child == 0) {
        int place = is_read ? STDOUT_FILENO : STDIN_FILENO;

        if (theirs == place)
            fcntl(theirs, F_SETFD, 0);
        else
            dup2(theirs, place); /* the copy stays open over exec */
        run_shell(command);
    }
    close(theirs);
    return f;

close_stream:
    fclose(f);
    close(theirs);
    return NULL;
close_pipe:
    close(fds[0]);
    close(fds[1]);
    return NULL;
}

int pclose(FILE *f)
{
    pid_t child = f->child;

    fclose(f);
    return wait_for(child);
}
