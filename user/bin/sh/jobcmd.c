/* SPDX-License-Identifier: MIT */
/*
 * The built-ins that deal with jobs: jobs, fg, bg, disown, suspend, wait, kill.
 *
 * They turn what the user names (%1, or a process id) into a struct job and
 * leave the work to jobs.c.  kill takes %1 as the job's process group, so that
 * the signal reaches every process of a pipeline.
 */
#include <errno.h>
#include <signame.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "builtin.h"
#include "sh.h"

/* The job that ARG names, or the current one; says so when there is none. */
static struct job *job_argument(const char *command, const char *arg)
{
    const char *why;
    struct job *job = job_find(arg ? arg : "%+", &why);

    if (job == NULL)
        sh_warn("%s: %s: %s", command, arg ? arg : "current", why);
    return job;
}

/* Shows JOB, which its user knows from then on: it is dropped if it has ended. */
static void job_show(struct job *job, bool with_pids, bool only_pids)
{
    if (only_pids)
        printf("%d\n", (int)job->procs[0].pid);
    else
        job_print(job, with_pids, stdout);
    job->changed = false;
    if (job_state(job) == JOB_DONE && !only_pids)
        job_free(job);
}

/* jobs [-l|-p] [job...]: those, or all, oldest first. */
int builtin_jobs(int argc, char **argv)
{
    bool with_pids = argc > 1 && strcmp(argv[1], "-l") == 0;
    bool only_pids = argc > 1 && strcmp(argv[1], "-p") == 0;
    int i = 1 + (with_pids || only_pids), id = 1, last = 0, status = 0;
    bool is_all = i == argc;
    struct job *job, *next;

    jobs_reap();
    jobs_show_parents();
    for (job = jobs_first(); job; job = job->next) {
        if (job->id > last)
            last = job->id;
    }
    for (; is_all && id <= last; id++) {
        for (job = jobs_first(); job; job = next) {
            next = job->next;
            if (job->id == id)
                job_show(job, with_pids, only_pids);
        }
    }
    for (; i < argc; i++) {
        job = job_argument("jobs", argv[i]);
        if (job)
            job_show(job, with_pids, only_pids);
        else
            status = 1;
    }
    return status;
}

int builtin_fg(int argc, char **argv)
{
    struct job *job;

    if (!sh.opt_monitor) {
        sh_warn("fg: no job control");
        return STATUS_ERROR;
    }
    job = job_argument("fg", argc > 1 ? argv[1] : NULL);
    if (job == NULL)
        return 1;
    printf("%s\n", job->text);
    fflush(stdout);
    return job_foreground(job, true);
}

int builtin_bg(int argc, char **argv)
{
    struct job *job;
    int i = 1, status = 0;

    if (!sh.opt_monitor) {
        sh_warn("bg: no job control");
        return STATUS_ERROR;
    }
    do {
        job = job_argument("bg", i < argc ? argv[i] : NULL);
        if (job && job_state(job) == JOB_STOPPED)
            job_background(job);
        else if (!job || job_state(job) == JOB_DONE)
            status = 1;
    } while (++i < argc);
    return status;
}

/* disown [-a|job...]: the shell forgets them, and does not hang them up. */
int builtin_disown(int argc, char **argv)
{
    bool all = argc > 1 && strcmp(argv[1], "-a") == 0;
    struct job *job;
    int i = 1, status = 0;

    while (all && jobs_first())
        job_free(jobs_first());
    do {
        job = all ? NULL
                  : job_argument("disown", i < argc ? argv[i] : NULL);
        if (job)
            job_free(job);
        else
            status = !all;
    } while (++i < argc);
    return status;
}

/* suspend [-f]: stops this shell, until who started it continues it. */
int builtin_suspend(int argc, char **argv)
{
    bool force = argc > 1 && strcmp(argv[1], "-f") == 0;

    if (!force && (!sh.opt_monitor || getsid(0) == getpid())) {
        sh_warn("suspend: nobody could continue this shell");
        return 1;
    }
    jobs_suspend();
    return 0;
}

/* Sleeps until something happens; > 0: the status that ends the wait. */
static int wait_event(void)
{
    bool happened = jobs_wait_event(true);
    int sig = trap_pending_signal();

    if (sig)
        return STATUS_SIGNAL + sig;
    if (sh.interrupted)
        return STATUS_SIGNAL + SIGINT;
    return happened ? 0 : STATUS_NOTFOUND; /* no children are left */
}

/* For all jobs.  Each keeps its status, for wait PID; its number is free from
 * then on unless, with job control, the user is still to be told of it. */
static int wait_all(void)
{
    struct job *job;
    int status;

    for (job = jobs_first(); job; job = job->next) {
        while (job_state(job) == JOB_RUNNING) {
            status = wait_event();
            if (status == STATUS_NOTFOUND)
                return 0;
            if (status)
                return status;
        }
        if (job_state(job) == JOB_DONE && !sh.opt_monitor)
            job->id = 0;
    }
    return 0;
}

static int wait_one(const char *arg)
{
    struct job_proc *proc = NULL;
    struct job *job;
    long pid = 0;
    int status;

    if (*arg == '%') {
        job = job_argument("wait", arg);
    } else if (number_parse(arg, &pid)) {
        job = job_find_pid((pid_t)pid, &proc);
    } else {
        sh_warn("wait: %s: bad process id", arg);
        return STATUS_ERROR;
    }
    if (job == NULL)
        return STATUS_NOTFOUND;
    if (proc == NULL)
        proc = &job->procs[job->nprocs - 1];
    while ((*arg == '%' ? job_state(job) : proc->state) != JOB_DONE) {
        status = wait_event();
        if (status)
            return status;
    }
    status = status_code(proc->status);
    if (!sh.interactive && job_state(job) == JOB_DONE)
        job_free(job);
    return status;
}

/* wait -n: for whichever ends next, or has ended and was not asked for. */
static int wait_any(void)
{
    struct job *job;
    int status;

    for (;;) {
        bool is_running = false;

        for (job = jobs_first(); job; job = job->next) {
            if (job_state(job) == JOB_DONE && job->background) {
                status = status_code(job->procs[job->nprocs - 1].status);
                job_free(job);
                return status;
            }
            is_running = is_running || job_state(job) == JOB_RUNNING;
        }
        status = is_running ? wait_event() : STATUS_NOTFOUND;
        if (status)
            return status;
    }
}

/* wait [-n | pid|%job...] */
int builtin_wait(int argc, char **argv)
{
    int i, status = 0;

    if (argc == 1)
        return wait_all();
    if (strcmp(argv[1], "-n") == 0)
        return wait_any();
    for (i = 1; i < argc; i++)
        status = wait_one(argv[i]);
    return status;
}

/* kill -l [status or name]... */
static int kill_list(char **args)
{
    const char *name;
    int sig, status = 0;

    if (*args == NULL)
        signame_list(false);
    for (; *args; args++) {
        long number;

        if (number_parse(*args, &number)) {
            sig = number > STATUS_SIGNAL ? (int)number - STATUS_SIGNAL
                                         : (int)number;
            name = signame_text(sig);
            if (name)
                printf("%s\n", name);
        } else {
            sig = signame_number(*args);
            name = sig >= 0 ? *args : NULL;
            if (name)
                printf("%d\n", sig);
        }
        if (name == NULL) {
            sh_warn("kill: %s: invalid signal", *args);
            status = 1;
        }
    }
    return status;
}

static int kill_job(struct job *job, int sig)
{
    pid_t target = job->pgid ? -job->pgid : job->procs[0].pid;
    int result = kill(target, sig);

    /* A stopped job would not notice its end. */
    if (result == 0 && job_state(job) == JOB_STOPPED &&
        (sig == SIGTERM || sig == SIGHUP))
        kill(target, SIGCONT);
    return result;
}

static int kill_one(const char *arg, int sig)
{
    bool negative = *arg == '-';
    struct job *job;
    long pid;
    int result;

    if (*arg == '%') {
        job = job_argument("kill", arg);
        if (job == NULL)
            return 1;
        result = kill_job(job, sig);
    } else if (number_parse(arg + negative, &pid)) {
        result = kill((pid_t)(negative ? -pid : pid), sig);
    } else {
        sh_warn("kill: %s: a process id or %%job is expected", arg);
        return 1;
    }
    if (result < 0) {
        sh_warn("kill: %s: %s", arg, strerror(errno));
        return 1;
    }
    return 0;
}

/* kill [-s SIG | -n N | -SIG] pid|%job... */
int builtin_kill(int argc, char **argv)
{
    const char *name = NULL;
    int i = 1, sig = SIGTERM, status = 0;

    if (argc > 1 && (strcmp(argv[1], "-l") == 0 || strcmp(argv[1], "-L") == 0))
        return kill_list(argv + 2);
    if (argc > 2 &&
        (strcmp(argv[1], "-s") == 0 || strcmp(argv[1], "-n") == 0)) {
        name = argv[2];
        i = 3;
    } else if (argc > 1 && argv[1][0] == '-' && strcmp(argv[1], "--") != 0) {
        name = argv[1] + 1;
        if (*name == 's' && signame_number(name) < 0)
            name++; /* -sSIG */
        i = 2;
    }
    if (name)
        sig = signame_number(name);
    if (sig < 0) {
        sh_warn("kill: %s: invalid signal", name);
        return STATUS_ERROR;
    }
    if (i < argc && strcmp(argv[i], "--") == 0)
        i++;
    if (i >= argc) {
        sh_warn("usage: kill [-s SIGNAL | -SIGNAL] pid|%%job... or kill -l");
        return STATUS_ERROR;
    }
    for (; i < argc; i++)
        status |= kill_one(argv[i], sig);
    return status;
}
