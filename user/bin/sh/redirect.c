/* SPDX-License-Identifier: MIT */
/*
 * Redirections: < > >> <> >| <& >& and here-documents (POSIX.1-2017, Shell,
 * 2.7).
 *
 * They are done from left to right, which is why ">file 2>&1" sends both
 * outputs to the file and "2>&1 >file" only one.  In the shell itself the
 * descriptor that is about to change is first copied out of the way, to a
 * number from SHELL_FIRST_FD on, and redirect_undo() brings it back; a child
 * passes NULL instead, for it has nothing to bring back.
 */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sh.h"

#define FILE_MODE 0666 /* umask takes from it */

#ifndef PIPE_BUF
#define PIPE_BUF 4096
#endif

/* Copies FD away, once for each list. */
static void fd_save(struct saved_fd **saved, int fd)
{
    struct saved_fd *s;

    for (s = *saved; s; s = s->next) {
        if (s->fd == fd)
            return;
    }
    s = mem_alloc(sizeof(*s));
    s->fd = fd;
    s->copy = fcntl(fd, F_DUPFD_CLOEXEC, SHELL_FIRST_FD);
    s->next = *saved;
    *saved = s;
}

void redirect_undo(struct saved_fd **saved)
{
    struct saved_fd *s;

    while ((s = *saved) != NULL) {
        *saved = s->next;
        if (s->copy >= 0) {
            dup2(s->copy, s->fd);
            close(s->copy);
        } else {
            close(s->fd);
        }
        free(s);
    }
}

/* The redirections are to stay: only the copies go. */
void redirect_forget(struct saved_fd **saved)
{
    struct saved_fd *s;

    while ((s = *saved) != NULL) {
        *saved = s->next;
        if (s->copy >= 0)
            close(s->copy);
        free(s);
    }
}

/*
 * A here-document is a pipe with the text in it.  A short text fits into the
 * pipe; for a long one a child writes while the command reads.
 */
static int heredoc_open(const struct redir *r)
{
    char *text = r->literal ? mem_copy(r->body) : expand_heredoc(r->body);
    struct job *job;
    size_t len;
    int fds[2];

    if (text == NULL)
        return -1;
    len = strlen(text);
    if (pipe(fds) < 0) {
        free(text);
        return -1;
    }
    if (len <= PIPE_BUF) {
        if (write(fds[1], text, len) < 0)
            sh_warn("here-document: %s", strerror(errno));
    } else {
        job = job_new("", false);
        if (job_fork(job, FORK_PLAIN) == 0) {
            close(fds[0]);
            signal(SIGPIPE, SIG_DFL);
            _exit(write(fds[1], text, len) < 0);
        }
        job->background = true; /* reaped whenever it is done */
    }
    close(fds[1]);
    free(text);
    return fds[0];
}

/* set -C: > must not empty a regular file that is there. */
static bool clobber_forbidden(const struct redir *r, const char *path)
{
    struct stat st;

    return sh.opt_noclobber && r->kind == TOK_GREAT && stat(path, &st) == 0 &&
           S_ISREG(st.st_mode);
}

static int redirect_open(const struct redir *r)
{
    int flags = r->kind == TOK_LESS        ? O_RDONLY
                : r->kind == TOK_LESSGREAT ? O_RDWR | O_CREAT
                : r->kind == TOK_DGREAT    ? O_WRONLY | O_CREAT | O_APPEND
                                           : O_WRONLY | O_CREAT | O_TRUNC;
    char *path = expand_text(r->target);
    int fd;

    if (path == NULL)
        return -1;
    if (clobber_forbidden(r, path)) {
        errno = EEXIST;
        fd = -1;
    } else {
        fd = open(path, flags, FILE_MODE);
    }
    if (fd < 0)
        sh_warn("cannot %s %s: %s", r->kind == TOK_LESS ? "open" : "create",
                path, strerror(errno));
    free(path);
    return fd;
}

/* n>&m and n>&-. */
static bool redirect_copy(const struct redir *r)
{
    char *target = expand_text(r->target);
    bool ok = true;

    if (target == NULL)
        return false;
    if (strcmp(target, "-") == 0) {
        close(r->fd);
    } else if (!isdigit((unsigned char)*target) ||
               (atoi(target) != r->fd && dup2(atoi(target), r->fd) < 0) ||
               fcntl(r->fd, F_GETFD) < 0) {
        sh_warn("%s: bad file descriptor", target);
        ok = false;
    }
    free(target);
    return ok;
}

static bool redirect_one(const struct redir *r)
{
    int fd;

    if (r->kind == TOK_LESSAND || r->kind == TOK_GREATAND)
        return redirect_copy(r);
    fd = r->kind == TOK_DLESS || r->kind == TOK_DLESSDASH ? heredoc_open(r)
                                                          : redirect_open(r);
    if (fd < 0)
        return false;
    if (fd != r->fd) {
        if (dup2(fd, r->fd) < 0) {
            sh_warn("%d: %s", r->fd, strerror(errno));
            close(fd);
            return false;
        }
        close(fd);
    }
    return true;
}

/*
 * Does all redirections of LIST; what was there before goes to SAVED unless
 * that is NULL.  After a failure it has said why and set sh.status.
 */
bool redirect(const struct redir *list, struct saved_fd **saved)
{
    if (list)
        fflush(stdout);
    for (; list; list = list->next) {
        if (saved)
            fd_save(saved, list->fd);
        if (!redirect_one(list)) {
            if (sh.unwind == UNWIND_NONE)
                sh.status = STATUS_ERROR;
            return false;
        }
    }
    return true;
}
