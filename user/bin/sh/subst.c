/* SPDX-License-Identifier: MIT */
/*
 * Command substitution: what $(commands) printed (POSIX.1-2017, Shell, 2.6.3).
 *
 * A child runs the commands with a pipe as its output; the shell reads the
 * pipe to its end and only then waits, for a child that fills the pipe could
 * not end before it is read.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sh.h"

#define READ_BYTES 512

static void output_child(const char *text, size_t len, const int *fds)
{
    struct source src;

    dup2(fds[1], STDOUT_FILENO);
    close(fds[0]);
    close(fds[1]);
    source_from_text(&src, text, len);
    src.may_exec = true;
    exec_source(&src);
    shell_exit(sh.status);
}

static void output_read(struct buffer *out, int fd)
{
    char block[READ_BYTES];
    ssize_t n, i;

    for (;;) {
        n = read(fd, block, sizeof(block));
        if (n < 0 && errno == EINTR && !sh.interrupted)
            continue;
        if (n <= 0)
            break;
        for (i = 0; i < n; i++) {
            if (block[i])
                buffer_add(out, block[i]);
        }
    }
    while (out->len && out->text[out->len - 1] == '\n')
        out->text[--out->len] = '\0';
}

/*
 * The output of the commands in TEXT, malloc'd.  When there is no pipe or
 * process to be had, it is empty, and the status tells: the shell goes on.
 */
char *command_output(const char *text, size_t len)
{
    struct buffer out = { 0 };
    struct job *job;
    int fds[2];
    pid_t pid;

    buffer_append(&out, "", 0);
    sh.substitution = STATUS_ERROR;
    if (pipe(fds) < 0) {
        sh_warn("cannot make a pipe: %s", strerror(errno));
        return out.text;
    }
    job = job_new("", false);
    pid = job_fork(job, FORK_PLAIN);
    if (pid == 0)
        output_child(text, len, fds);
    close(fds[1]);
    if (pid > 0) {
        output_read(&out, fds[0]);
        sh.substitution = job_wait(job);
    }
    close(fds[0]);
    job_free(job);
    sh.status = sh.substitution;
    trap_check_interrupt(); /* or the command around it would run */
    return out.text;
}
