/* SPDX-License-Identifier: MIT */
/*
 * The list of jobs as the user sees it: finding %1, printing a line for each,
 * and telling before the next prompt what has happened.
 *
 * The current job, marked +, is the one that stopped last or, when none is
 * stopped, that was last put into the background; - marks the one before it.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "sh.h"

/* The exit status for $?: POSIX.1-2017, Shell, 2.8.2. */
int status_code(int status)
{
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    return STATUS_SIGNAL +
           (WIFSTOPPED(status) ? WSTOPSIG(status) : WTERMSIG(status));
}

/* The status in words: Done, Terminated, Stopped. */
void status_text(char *out, size_t size, int status)
{
    if (WIFSTOPPED(status))
        snprintf(out, size, "%s", strsignal(WSTOPSIG(status)));
    else if (WIFSIGNALED(status))
        snprintf(out, size, "%s%s", strsignal(WTERMSIG(status)),
                 WCOREDUMP(status) ? " (core dumped)" : "");
    else if (WEXITSTATUS(status))
        snprintf(out, size, "Done(%d)", WEXITSTATUS(status));
    else
        snprintf(out, size, "Done");
}

/* The current job but for EXCEPT, NULL if there is none. */
struct job *job_current(const struct job *except)
{
    struct job *job, *best = NULL;

    for (job = jobs_first(); job; job = job->next) {
        bool stopped = job_state(job) == JOB_STOPPED;
        bool best_stopped = best && job_state(best) == JOB_STOPPED;

        if (job->id == 0 || job == except)
            continue;
        if (!best || stopped > best_stopped ||
            (stopped == best_stopped && job->used > best->used))
            best = job;
    }
    return best;
}

struct job *job_find_pid(pid_t pid, struct job_proc **proc)
{
    struct job *job;
    int i;

    for (job = jobs_first(); job; job = job->next) {
        for (i = 0; i < job->nprocs; i++) {
            if (job->procs[i].pid == pid) {
                *proc = &job->procs[i];
                return job;
            }
        }
    }
    return NULL;
}

/* %1, %+, %%, %-, %text at the start, %?text anywhere; else NULL, and WHY. */
struct job *job_find(const char *spec, const char **why)
{
    struct job *job, *found = NULL;

    *why = "no such job";
    if (*spec == '%')
        spec++;
    if (*spec == '\0' || strcmp(spec, "+") == 0 || strcmp(spec, "%") == 0)
        return job_current(NULL);
    if (strcmp(spec, "-") == 0) {
        job = job_current(job_current(NULL));
        return job ? job : job_current(NULL);
    }
    for (job = jobs_first(); job; job = job->next) {
        if (job->id == 0)
            continue;
        if (isdigit((unsigned char)*spec) ? job->id == atoi(spec)
            : *spec == '?'                ? strstr(job->text, spec + 1) != NULL
                           : strncmp(job->text, spec, strlen(spec)) == 0) {
            if (found) {
                *why = "ambiguous";
                return NULL;
            }
            found = job;
        }
    }
    return found;
}

/* JOB in the state TEXT, a line for each process, INDENT from the second on. */
static void job_print_procs(const struct job *job, const char *text, int indent,
                            FILE *out)
{
    const struct job_proc *proc;
    int i;

    for (i = 0; i < job->nprocs; i++) {
        proc = &job->procs[i];
        if (i > 0)
            fprintf(out, " |\n%*s", indent, "");
        fprintf(out, "%d %*s   %s", (int)proc->pid, (int)strlen(text),
                i == 0 ? text : "", proc->text ? proc->text : job->text);
    }
}

void job_print(const struct job *job, bool with_pids, FILE *out)
{
    const struct job *current = job_current(NULL);
    char mark = job == current ? '+' : job == job_current(current) ? '-' : ' ';
    bool runs = job_state(job) == JOB_RUNNING;
    char text[64] = "Running";
    int i, indent;

    if (!runs)
        status_text(text, sizeof(text), job->procs[job->nprocs - 1].status);
    for (i = 0; i < job->nprocs; i++) { /* a pipeline's first may have ended */
        if (job_state(job) == JOB_STOPPED && job->procs[i].state == JOB_STOPPED)
            status_text(text, sizeof(text), job->procs[i].status);
    }
    indent = fprintf(out, "[%d]%c  ", job->id, mark);
    if (with_pids)
        job_print_procs(job, text, indent, out);
    else
        fprintf(out, "%s   %s", text, job->text);
    fputs(runs ? " &\n" : "\n", out);
}

/* Before a prompt: tells what has changed and drops jobs that have ended. */
void jobs_notify(void)
{
    int id, last = 0;
    struct job *job, *next;

    for (job = jobs_first(); job; job = job->next) {
        if (job->id > last)
            last = job->id;
    }
    for (id = 0; id <= last; id++) {
        for (job = jobs_first(); job; job = next) {
            next = job->next;
            if (job->id != id)
                continue;
            if (job->changed && id > 0)
                job_print(job, false, stderr);
            job->changed = false;
            if (job_state(job) == JOB_DONE)
                job_free(job);
        }
    }
}

/* Is there something that jobs_notify() would tell? */
bool jobs_have_changed(void)
{
    struct job *job;

    for (job = jobs_first(); job; job = job->next) {
        if (job->changed && job->id > 0)
            return true;
    }
    return false;
}

bool jobs_are_stopped(void)
{
    struct job *job;

    for (job = jobs_first(); job; job = job->next) {
        if (job_state(job) == JOB_STOPPED)
            return true;
    }
    return false;
}
