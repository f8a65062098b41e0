/* SPDX-License-Identifier: MIT */
/*
 * posix_spawn: a child that becomes another program, made as vfork makes one.
 *
 * The child runs in our memory on a stack of its own while we wait, does what
 * the attributes and the file actions say, and calls execve; if any step
 * fails, it leaves the error in our memory and ends.  No signal may come
 * between: a handler would run in the child but in our memory, so all are
 * blocked until the child has given its handlers up.
 * Read next: spawn_actions.c, clone.S.
 */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include "spawn_action.h"

#define STACK_BYTES         (32 * 1024)
#define SIGNAL_LAST         64
#define STATUS_NOT_EXECUTED 127

/* One call, as the child sees it. */
struct job {
    const char *file;
    int is_searched; /* in PATH */
    const posix_spawn_file_actions_t *actions;
    const posix_spawnattr_t *attr;
    char *const *argv;
    char *const *envp;
    sigset_t mask;   /* ours, which the child inherits */
    int error;
};

/* Handlers go, and what the attributes name is set to the default; ignored
 * signals stay ignored. */
static void signals_reset(const posix_spawnattr_t *attr)
{
    for (int sig = 1; sig <= SIGNAL_LAST; sig++) {
        struct sigaction act;

        if (sigaction(sig, NULL, &act) < 0)
            continue;
        if (act.sa_handler != SIG_DFL &&
            (act.sa_handler != SIG_IGN ||
             (attr->flags & POSIX_SPAWN_SETSIGDEF &&
              sigismember(&attr->sigdefault, sig) == 1)))
            signal(sig, SIG_DFL);
    }
}

/* Each returns 0, or -1 with errno. */
static int scheduling_set(const posix_spawnattr_t *attr)
{
    if (attr->flags & POSIX_SPAWN_SETSCHEDULER)
        return sched_setscheduler(0, attr->policy, &attr->param) < 0 ? -1 : 0;
    if (attr->flags & POSIX_SPAWN_SETSCHEDPARAM)
        return sched_setparam(0, &attr->param);
    return 0;
}

static int identity_set(const posix_spawnattr_t *attr)
{
    if (attr->flags & POSIX_SPAWN_SETSID && setsid() < 0)
        return -1;
    if (attr->flags & POSIX_SPAWN_SETPGROUP && setpgid(0, attr->pgroup) < 0)
        return -1;
    if (attr->flags & POSIX_SPAWN_RESETIDS &&
        (setegid(getgid()) < 0 || seteuid(getuid()) < 0))
        return -1;
    return 0;
}

static int action_open(const struct spawn_action *a)
{
    int fd;

    close(a->fd);
    fd = open(a->path, a->flags, a->mode);
    if (fd < 0 || fd == a->fd)
        return fd;
    if (dup2(fd, a->fd) < 0)
        return -1;
    return close(fd);
}

static int action_do(const struct spawn_action *a)
{
    switch (a->kind) {
    case SPAWN_OPEN:
        return action_open(a);
    case SPAWN_CLOSE:
        close(a->fd); /* one that is not open is closed */
        return 0;
    case SPAWN_DUP2: /* to itself: it shall stay open over exec */
        return a->fd == a->newfd ? fcntl(a->fd, F_SETFD, 0)
                                 : dup2(a->fd, a->newfd);
    case SPAWN_CHDIR:
        return chdir(a->path);
    case SPAWN_FCHDIR:
        return fchdir(a->fd);
    }
    return -1;
}

static int actions_do(const posix_spawn_file_actions_t *actions)
{
    for (int i = 0; actions && i < actions->count; i++)
        if (action_do(&actions->actions[i]) < 0)
            return -1;
    return 0;
}

/* The child. */
static int job_run(void *arg)
{
    struct job *job = arg;

    signals_reset(job->attr);
    if (scheduling_set(job->attr) == 0 && identity_set(job->attr) == 0 &&
        actions_do(job->actions) == 0) {
        sigprocmask(SIG_SETMASK,
                    job->attr->flags & POSIX_SPAWN_SETSIGMASK
                        ? &job->attr->sigmask
                        : &job->mask,
                    NULL);
        if (job->is_searched)
            exec_search(job->file, job->argv, job->envp, execve);
        else
            execve(job->file, job->argv, job->envp);
    }
    job->error = errno;
    _exit(STATUS_NOT_EXECUTED);
}

static int job_start(struct job *job, pid_t *pid)
{
    static const posix_spawnattr_t no_attr;
    _Alignas(16) char stack[STACK_BYTES];
    int saved_errno = errno;
    sigset_t all;
    pid_t child;

    if (!job->attr)
        job->attr = &no_attr;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &job->mask);
    child = clone(job_run, stack + sizeof(stack),
                  CLONE_VM | CLONE_VFORK | SIGCHLD, job);
    if (child < 0)
        job->error = errno;
    else if (job->error)
        waitpid(child, NULL, 0);
    sigprocmask(SIG_SETMASK, &job->mask, NULL);
    errno = saved_errno;
    if (!job->error && pid)
        *pid = child;
    return job->error;
}

int posix_spawn(pid_t *restrict pid, const char *restrict path,
                const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *restrict attr,
                char *const argv[restrict], char *const envp[restrict])
{
    struct job job = {.file = path, .actions = actions, .attr = attr,
                      .argv = argv, .envp = envp};

    return job_start(&job, pid);
}

int posix_spawnp(pid_t *restrict pid, const char *restrict file,
                 const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *restrict attr,
                 char *const argv[restrict], char *const envp[restrict])
{
    struct job job = {.file = file, .is_searched = 1, .actions = actions,
                      .attr = attr, .argv = argv, .envp = envp};

    return job_start(&job, pid);
}
