/* SPDX-License-Identifier: MIT */
/*
 * Jobs: the children of the shell, pipeline by pipeline (POSIX.1-2017, Base
 * Definitions, 11.1; the job control chapter of Advanced Programming in the UNIX
 * Environment is the same story).
 *
 * With job control (set -m, as at a prompt) every pipeline is a process group
 * of its own.  Both parent and child call setpgid(), for neither knows which
 * runs first; likewise both give a foreground job the terminal.  The shell
 * waits for a foreground job until it ends or stops, takes the terminal back,
 * and puts the terminal's modes right.
 *
 * Read next: control.c, who has the terminal; joblist.c prints and finds jobs.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sh.h"

#define JOBS_REMEMBERED 100 /* ended, and not yet asked for by wait */

static struct job *jobs, *jobs_of_parent;
static unsigned long jobs_clock; /* counts how jobs become the current one */

struct job *jobs_first(void)
{
    return jobs;
}

/* In a subshell that has started nothing: those of the shell, for $(jobs -p). */
void jobs_show_parents(void)
{
    if (jobs)
        return;
    jobs = jobs_of_parent;
    jobs_of_parent = NULL;
}

static int job_new_id(void)
{
    struct job *job;
    int id = 0;

    for (job = jobs; job; job = job->next) {
        if (job->id > id)
            id = job->id;
    }
    return id + 1;
}

/* Makes JOB one that the user can name: %1. */
static void job_number(struct job *job)
{
    if (job->id == 0)
        job->id = job_new_id();
    job->used = ++jobs_clock;
}

/* A script may start jobs for ever: forgets the oldest that have ended. */
static void jobs_forget(void)
{
    struct job *job, *oldest = NULL;
    int ended = 0;

    for (job = jobs; job; job = job->next) {
        if (job->background && job_state(job) == JOB_DONE) {
            oldest = job; /* new jobs are put in front */
            ended++;
        }
    }
    if (ended > JOBS_REMEMBERED)
        job_free(oldest);
}

struct job *job_new(const char *text, bool background)
{
    struct job *job = mem_alloc(sizeof(*job));

    jobs_forget();
    job->text = mem_copy(text ? text : ""); /* a function's body has none */
    job->background = background;
    job->next = jobs;
    jobs = job;
    return job;
}

void job_free(struct job *job)
{
    struct job **link;
    int i;

    for (link = &jobs; *link != job; link = &(*link)->next)
        ;
    *link = job->next;
    for (i = 0; i < job->nprocs; i++)
        free(job->procs[i].text);
    free(job->procs);
    free(job->text);
    free(job);
}

/* In a new child: it is no longer the shell that the user talks to. */
static void job_child(struct job *job, enum fork_mode mode)
{
    bool own_group = sh.opt_monitor && mode != FORK_PLAIN;
    bool silent = !sh.opt_monitor && mode == FORK_BACKGROUND;
    int fd;

    if (own_group) {
        setpgid(0, job->pgid);
        if (mode == FORK_FOREGROUND)
            terminal_give(getpgrp(), NULL); /* SIGTTOU is still ignored */
    }
    if (silent && (fd = open("/dev/null", O_RDONLY)) >= 0) {
        dup2(fd, STDIN_FILENO);
        if (fd != STDIN_FILENO)
            close(fd);
    }
    sh.in_subshell = true;
    sh.interactive = false;
    sh.opt_monitor = false;
    trap_child(silent);
    jobs_of_parent = jobs; /* no children of ours, but jobs can show them */
    jobs = NULL;
}

/*
 * Forks one more process of JOB: 0 in the child, -1 when there is none.  In
 * the child JOB is gone, as all jobs are.
 *
 * Signals are blocked meanwhile.  Else "sleep 9 & kill %1" could fail: the
 * signal would reach a child that still ignores it, as the shell does.
 */
pid_t job_fork(struct job *job, enum fork_mode mode)
{
    sigset_t all, old;
    pid_t pid;

    fflush(stdout);
    fflush(stderr);
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &old);
    pid = fork();
    if (pid == 0)
        job_child(job, mode);
    sigprocmask(SIG_SETMASK, &old, NULL);
    if (pid == 0)
        return 0;
    if (pid < 0) {
        sh_warn("cannot fork: %s", strerror(errno));
        return -1;
    }
    if (sh.opt_monitor && mode != FORK_PLAIN) {
        if (job->pgid == 0)
            job->pgid = pid;
        setpgid(pid, job->pgid); /* fails when the child did it and went on */
    }
    job->procs = mem_resize(job->procs,
                            (job->nprocs + 1) * sizeof(*job->procs));
    job->procs[job->nprocs++] = (struct job_proc){ .pid = pid };
    return pid;
}

/* Running if any process of it runs, else stopped if any is stopped. */
enum job_state job_state(const struct job *job)
{
    enum job_state state = JOB_DONE;
    int i;

    for (i = 0; i < job->nprocs; i++) {
        if (job->procs[i].state == JOB_RUNNING)
            return JOB_RUNNING;
        if (job->procs[i].state == JOB_STOPPED)
            state = JOB_STOPPED;
    }
    return state;
}

/* Notes what waitpid() said about process PID. */
static void job_note(pid_t pid, int status)
{
    struct job_proc *proc;
    struct job *job = job_find_pid(pid, &proc);
    enum job_state before;

    if (job == NULL)
        return;
    before = job_state(job);
    if (WIFCONTINUED(status)) {
        proc->state = JOB_RUNNING;
    } else {
        proc->state = WIFSTOPPED(status) ? JOB_STOPPED : JOB_DONE;
        proc->status = status;
    }
    if (job_state(job) == before)
        return;
    job->changed = job_state(job) != JOB_RUNNING;
    if (job_state(job) == JOB_STOPPED)
        job_number(job);
}

static int wait_flags(void)
{
    return sh.opt_monitor ? WUNTRACED | WCONTINUED : 0;
}

/*
 * Waits until something happens to a child; false: there is none, or (with
 * MAY_INTERRUPT) a signal came that the shell has to see to first.
 */
bool jobs_wait_event(bool may_interrupt)
{
    sigset_t all, old;
    int status;
    pid_t pid;

    if (!may_interrupt) {
        do
            pid = waitpid(-1, &status, wait_flags());
        while (pid < 0 && errno == EINTR);
    } else {
        /* With signals blocked none can come between check and sleep. */
        sigfillset(&all);
        sigprocmask(SIG_SETMASK, &all, &old);
        while ((pid = waitpid(-1, &status, wait_flags() | WNOHANG)) == 0 &&
               !trap_is_pending() && !sh.interrupted)
            sigsuspend(&old);
        sigprocmask(SIG_SETMASK, &old, NULL);
    }
    if (pid > 0)
        job_note(pid, status);
    return pid > 0;
}

/* Notes what has happened to children so far; does not wait. */
void jobs_reap(void)
{
    int status;
    pid_t pid;

    while ((pid = waitpid(-1, &status, wait_flags() | WNOHANG)) > 0)
        job_note(pid, status);
}

static int job_status(const struct job *job)
{
    return status_code(job->procs[job->nprocs - 1].status);
}

/* Waits until JOB has ended or stopped; its exit status. */
int job_wait(struct job *job)
{
    int i;

    while (job_state(job) == JOB_RUNNING) {
        if (jobs_wait_event(false))
            continue;
        for (i = 0; i < job->nprocs; i++) /* somebody else reaped it */
            job->procs[i].state = JOB_DONE;
    }
    return job_status(job);
}

/* Says what a foreground job died of, unless that was ctrl-C or a pipe. */
static void job_tell_death(const struct job *job)
{
    int status = job->procs[job->nprocs - 1].status;
    char text[64];

    if (!WIFSIGNALED(status) || WTERMSIG(status) == SIGPIPE)
        return;
    if (WTERMSIG(status) == SIGINT) {
        if (sh.interactive && raise(SIGINT) == 0 && trap_is_pending())
            fputc('\n', stderr); /* what the trap says goes below the ^C */
        return; /* without a trap the ctrl-C was for the line */
    }
    status_text(text, sizeof(text), status);
    fprintf(stderr, "%s\n", text);
}

static void job_continue(struct job *job)
{
    int i;

    for (i = 0; i < job->nprocs; i++) {
        if (job->procs[i].state == JOB_STOPPED)
            job->procs[i].state = JOB_RUNNING;
    }
    job->changed = false;
    kill(job->pgid ? -job->pgid : job->procs[0].pid, SIGCONT);
}

/* Waits for JOB in the foreground, after waking it if RESUME; its status. */
int job_foreground(struct job *job, bool resume)
{
    int status;

    job->background = false;
    if (sh.opt_monitor && job->pgid) {
        terminal_give(job->pgid, resume && job->has_modes ? &job->modes : NULL);
        if (sh.interrupted) /* by a ctrl-C that was a moment too early */
            kill(-job->pgid, SIGINT);
    }
    if (resume)
        job_continue(job);
    status = job_wait(job);
    if (sh.opt_monitor && job->pgid)
        terminal_take_back(job);
    if (job_state(job) == JOB_STOPPED) {
        job->background = true;
        job->changed = false;
        if (sh.interactive)
            fputc('\n', stderr);
        job_print(job, false, stderr);
    } else {
        job_tell_death(job);
        job_free(job);
    }
    return status;
}

/* Leaves JOB running in the background, after waking it if it is stopped. */
void job_background(struct job *job)
{
    bool resume = job_state(job) == JOB_STOPPED;

    job->background = true;
    job_number(job);
    if (resume)
        job_continue(job);
    else
        sh.last_bg = job->procs[job->nprocs - 1].pid;
    if (sh.interactive && resume)
        printf("[%d]+ %s &\n", job->id, job->text);
    else if (sh.interactive)
        fprintf(stderr, "[%d] %d\n", job->id, (int)sh.last_bg);
}
