/* SPDX-License-Identifier: MIT */
/*
 * Running a program: a new memory image is built beside the old one, and only
 * when it is complete does the process move into it.  Until then every failure
 * leaves the caller untouched; from then on nothing can fail.
 *
 * The steps are OSTEP's (chapter 4): load code and data, make the stack with
 * argc and argv, make the heap, set up I/O, start at the entry point.  Each is
 * one function and one event in the trace.
 * Called by sys/sys_exec.c in process context, and by init.c at boot.
 * Read next: proc/elf.c, proc/execargs.c, proc/script.c.
 */
#include "proc/exec.h"

#include <asm/sched.h>

#include "debug/trace.h"
#include "fs/file.h"
#include "fs/path.h"
#include "lib/string.h"
#include "mm/kmalloc.h"
#include "mm/space.h"
#include "proc/altstack.h"
#include "proc/execargs.h"
#include "proc/fork.h"
#include "proc/limits.h"
#include "proc/signal.h"
#include "time/ptimer.h"

KIND_DEFINE(exec_job_kind, "exec", struct exec_job);

/* Whether INODE may be executed: execve(2), EACCES, ETXTBSY. */
static int exec_check(const struct exec_job *job, const struct inode *inode)
{
    if (!S_ISREG(inode->mode))
        return -EACCES;
    int error = inode_permission(inode, &job->proc->cred, X_OK);
    return error == 0 && inode->writers > 0 ? -ETXTBSY : error;
}

/* Finds the file NAME, which is to run the program: as on Linux, without a name it
 * is the directory, which nobody may run. */
static int exec_find(const struct exec_job *job, const char *name,
                     struct inode **out)
{
    const struct path_env env = { .root = job->proc->workdir->root,
                                  .base = job->proc->workdir->cwd,
                                  .cred = &job->proc->cred };
    inode_put(*out);
    int error = path_resolve(&env, *name ? name : ".", PATH_FOLLOW, out);
    return error < 0 ? error : exec_check(job, *out);
}

/* Follows interpreter lines until the file is a program. */
static int exec_find_program(struct exec_job *job)
{
    const char *path = job->request->name;
    int error = exec_check(job, job->inode);

    while (error == 0) {
        error = script_read(job->inode, &job->script, path, &job->argv);
        if (error <= 0)
            return error;
        if (job->request->is_name_lost)
            return -ENOENT; /* the interpreter could not open it */
        path = job->script.args[0];
        error = exec_find(job, path, &job->inode);
    }
    return error;
}

/* Finds the dynamic linker, if the program wants one: it runs first. Errors: -ELIBBAD
 * it is no program. */
static int exec_find_linker(struct exec_job *job)
{
    char *name = kmalloc(PATH_MAX);
    if (!name)
        return -ENOMEM;
    int error = elf_read_linker(job->inode, &job->image, name);
    if (error > 0) {
        error = exec_find(job, name, &job->linker);
        if (error == 0)
            error = elf_read(job->linker, &job->linker_image, ELF_LINKER_BASE);
        if (error == -ENOEXEC)
            error = job->linker->size < sizeof(struct elf_header) ? -EIO
                                                                  : -ELIBBAD;
    }
    kind_free(name);
    return error;
}

/* Set-user-ID and set-group-ID files lend their owner's identity, but not to whom
 * has renounced that, nor where another could move the working directory; there even
 * who may take any identity gains no capability. */
static void exec_identity(struct exec_job *job)
{
    const struct proc *p = job->proc;
    bool is_unsafe = p->traits.has_no_new_privs ||
                     (p->workdir->refs > 1 && !cred_can(&p->cred, CAP_SETUID));
    mode_t mode = is_unsafe ? 0 : job->inode->mode;
    job->cred = p->cred;
    if (mode & S_ISUID)
        job->cred.euid = job->inode->uid;
    if ((mode & (S_ISGID | S_IXGRP)) == (S_ISGID | S_IXGRP))
        job->cred.egid = job->inode->gid;
    job->cred.suid = job->cred.fsuid = job->cred.euid;
    job->cred.sgid = job->cred.fsgid = job->cred.egid;
    cred_start_program(&job->cred, &p->cred, is_unsafe || p->workdir->refs > 1);
    job->is_secure = job->cred.euid != job->cred.uid ||
                     job->cred.egid != job->cred.gid;
    job->is_dumpable = !job->is_secure && cred_covers(&p->cred, &job->cred) &&
                       inode_permission(job->inode, &job->cred, R_OK) == 0;
}

/* Step 1: code and data, from the file into the new space. */
static int exec_load(struct exec_job *job)
{
    int error = elf_read(job->inode, &job->image, ELF_DYN_BASE);
    if (error == 0)
        error = job->image.is_program ? exec_find_linker(job) : -ENOEXEC;
    if (error < 0)
        return error;
    job->space = space_alloc();
    if (!job->space)
        return -ENOMEM;
    job->space->exe = inode_backing(job->inode);
    if (!job->space->exe)
        return -EACCES;
    job->space->exe->ops->run(job->space->exe, 1);
    limits_apply_space(job->proc, job->space);
    trace_exec(job->proc, EXEC_LOAD, "load code and data");
    error = elf_map(job->inode, &job->image, job->space);
    elf_note_layout(&job->image, job->space);
    return error == 0 && job->linker
               ? elf_map(job->linker, &job->linker_image, job->space) : error;
}

/* Step 2: the stack, with argc, argv, envp and the auxiliary vector. */
static int exec_stack(struct exec_job *job)
{
    exec_identity(job);
    trace_exec(job->proc, EXEC_STACK, "make the stack");
    return execargs_push(job);
}

/* Step 3: the heap begins, empty, where elf.c has put the break; and the old
 * image goes. No failure from here on. */
static void exec_replace_space(struct exec_job *job)
{
    trace_exec(job->proc, EXEC_HEAP, "make the heap");
    fork_leave_space(job->proc, job->space);
    job->space = NULL;
}

/* Step 4: descriptors stay, except those marked close-on-exec. */
static void exec_io(struct exec_job *job)
{
    trace_exec(job->proc, EXEC_IO, "set up I/O");
    filetable_close_on_exec(job->proc->files);
}

static void exec_signals(struct exec_job *job)
{
    struct proc *p = job->proc;
    sigactions_reset_handlers(p->actions);
    ptimer_delete_all(p);
    altstack_reset(p);
}

/* Step 5: the registers of the first instruction. */
static void exec_start(struct exec_job *job)
{
    struct proc *p = job->proc;
    const char *name = strrchr(job->request->name, '/');

    strlcpy(p->comm, name ? name + 1 : job->request->name, sizeof(p->comm));
    if (job->is_secure || p->cred.euid != job->cred.euid ||
        p->cred.egid != job->cred.egid || !cred_covers(&p->cred, &job->cred))
        p->death_signal = 0;
    p->cred = job->cred;
    p->traits.is_dumpable = job->is_dumpable;
    p->exit_signal = SIGCHLD;
    p->has_execed = true;
    arch_proc_reset(&p->arch);
    trapframe_start(p->frame, job->linker && !job->image.is_impossible
                                  ? job->linker_image.entry : job->image.entry,
                    job->stack);
    trace_exec(job->proc, EXEC_START, "start at the entry point");
}

static int exec_run(struct exec_job *job)
{
    int error;
    if ((error = exec_find_program(job)) < 0 ||
        (error = exec_load(job)) < 0 ||
        (error = exec_stack(job)) < 0 ||
        (error = fork_unshare(job->proc, CLONE_FILES | CLONE_SIGHAND)) < 0)
        return error;

    /* No failure below. */
    exec_replace_space(job);
    exec_io(job);
    exec_signals(job);
    exec_start(job);
    return 0;
}

int exec_program(struct proc *p, const struct exec_request *request)
{
    struct exec_job *job = kind_alloc(&exec_job_kind);
    if (!job)
        return -ENOMEM;
    job->proc = p;
    job->request = request;
    job->argv = request->argv;
    job->inode = inode_get(request->inode);

    int error = exec_run(job);

    inode_put(job->inode);
    inode_put(job->linker);
    space_put(job->space);
    kind_free(job);
    return error;
}
