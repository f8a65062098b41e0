/* SPDX-License-Identifier: MIT */
/*
 * Creating a process: the child is a copy of its parent, resource by resource.
 *
 * fork copies everything, vfork shares the address space until the child execs
 * or ends, clone shares whatever its flags name; all three are fork_process.
 * It follows the house rule: first everything that can fail is checked and
 * reserved, then the child is made known, which cannot fail.  Nobody can see a
 * half-made child.
 * Called by sys/sys_proc.c in process context.
 * Read next: mm/space.c (space_copy), x86/context.c (context_setup_user).
 */
#include "proc/fork.h"

#include <asm/ldt.h>
#include <asm/sched.h>

#include "debug/trace.h"
#include "fs/file.h"
#include "fs/path.h"
#include "ipc/futex.h"
#include "lib/refs.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/space.h"
#include "mm/usercopy.h"
#include "proc/altstack.h"
#include "proc/group.h"
#include "proc/limits.h"
#include "proc/signal.h"
#include "sched/core.h"

/* The fields whose fork mark is "share": CLONE_VM and the like ask for it; without,
 * the child gets a copy. */
static int fork_share(struct proc *child, struct proc *parent,
                      unsigned long flags)
{
    child->files = flags & CLONE_FILES ? REFS_GET(parent->files)
                                       : filetable_copy(parent->files);
    child->workdir = flags & CLONE_FS ? REFS_GET(parent->workdir)
                                      : workdir_copy(parent->workdir);
    child->actions = flags & CLONE_SIGHAND ? REFS_GET(parent->actions)
                                           : sigactions_copy(parent->actions);
    child->space = flags & CLONE_VM ? REFS_GET(parent->space)
                                    : space_copy(parent->space);
    if (child->files && child->workdir && child->actions && child->space)
        return 0;
    filetable_put(child->files);
    workdir_put(child->workdir);
    sigactions_put(child->actions);
    space_put(child->space);
    return -ENOMEM;
}

/* The fields whose fork mark in proc.h is "copy". */
static void fork_copy_fields(struct proc *child, const struct proc *parent)
{
    strlcpy(child->comm, parent->comm, sizeof(child->comm));
    child->cred = parent->cred;
    child->cred.groups = REFS_GET(parent->cred.groups);
    child->traits = parent->traits;
    sched_inherit(&child->sched, &parent->sched);
    child->blocked = parent->blocked;
    child->altstack = parent->altstack;
    memcpy(child->limits, parent->limits, sizeof(child->limits));
    child->has_no_tty = parent->has_no_tty;
}

static int fork_tls(struct proc *child, const struct fork_request *request)
{
    struct user_desc desc;
    if (!(request->flags & CLONE_SETTLS))
        return 0;
    int error = user_get(desc, request->tls);
    return error < 0 ? error : arch_set_tls(&child->arch, &desc);
}

/*
 * Writes the child's tid where clone's flags ask for it: in the parent's memory
 * as seen by the parent, and in the child's as seen by the child.  A bad address
 * is no error: clone(2).
 */
static void fork_write_tids(struct proc *child,
                            const struct fork_request *request)
{
    if (request->flags & CLONE_PARENT_SETTID)
        (void)!user_put(request->parent_tid, child->pid);
    if (request->flags & CLONE_CHILD_SETTID)
        space_poke(child->space, request->child_tid, &child->pid,
                   sizeof(child->pid));
    if (request->flags & CLONE_CHILD_CLEARTID)
        child->clear_child_tid = request->child_tid;
}

/* Makes the child known to everybody. Cannot fail. */
static void fork_publish(struct proc *child, struct proc *parent,
                         const struct fork_request *request)
{
    bool is_sibling = request->flags & CLONE_PARENT;
    child->parent = is_sibling ? parent->parent : parent;
    child->exit_signal = is_sibling ? parent->exit_signal
                                    : request->exit_signal;
    list_add_tail(&child->parent->children, &child->sibling_link);
    group_join(child, parent->group);
    if (request->flags & CLONE_VFORK) {
        child->vfork_parent = parent;
        parent->vfork_child = child;
    }
    proc_publish(child);
    sched_figures.forks++;
    trace_fork(parent, child);
    sched_ready(child, SCHED_NEW, "forked");
}

/*
 * SUBTLE(fork-rest): a child takes little memory now and more as soon as it
 * writes: without a rest for that, the last forks would succeed only for page
 * faults to fail later, which costs somebody his life.
 */
#define FORK_REST_SHARE 16u

static bool fork_has_memory(void)
{
    return frame_count_free() > frame_count_total() / FORK_REST_SHARE;
}

static struct proc *fork_copy(struct proc *parent,
                              const struct fork_request *request, int *error)
{
    unsigned long flags = request->flags;
    struct proc *child = proc_alloc(error);
    if (!child)
        return NULL;

    fork_copy_fields(child, parent);
    if ((flags & (CLONE_VM | CLONE_VFORK)) == CLONE_VM)
        altstack_reset(child); /* the parent has it */
    if ((*error = arch_proc_copy(&child->arch, &parent->arch)) < 0 ||
        (*error = fork_tls(child, request)) < 0 ||
        (*error = fork_share(child, parent, flags)) < 0) {
        arch_proc_reset(&child->arch);
        proc_free(child);
        return NULL;
    }
    fork_write_tids(child, request);
    child->context = context_setup_user(child->kstack_top, parent->frame,
                                        &child->frame);
    trapframe_fork(child->frame, request->stack);
    return child;
}

int fork_check_namespaces(unsigned long flags)
{
    if ((flags & CLONE_NEW_OF_ROOT) &&
        !cred_can(&this_proc()->cred, CAP_SYS_ADMIN))
        return -EPERM;
    return flags & CLONE_NEW_ANY ? -EINVAL : 0;
}

/* What asks for threads or descriptors of processes, which are not built; sharing
 * handlers without the memory that they are in, or a directory of other mounts; and
 * init, which has no parent to share: clone(2), ERRORS. */
static int fork_check_flags(unsigned long flags)
{
    if ((flags & (CLONE_THREAD | CLONE_PIDFD)) ||
        (flags & (CLONE_SIGHAND | CLONE_VM)) == CLONE_SIGHAND ||
        (flags & (CLONE_NEWNS | CLONE_FS)) == (CLONE_NEWNS | CLONE_FS) ||
        ((flags & CLONE_PARENT) && this_proc() == proc_init_process))
        return -EINVAL;
    return fork_check_namespaces(flags);
}

/* SUBTLE(vfork): the child borrows the parent's memory, so the parent must
 * wait; only its own end gets it out before.  The child may be gone, PCB and
 * all, by the time that the parent runs again, so it is not looked at. */
static void fork_wait_for_vfork(struct proc *parent)
{
    while (parent->vfork_child) {
        if (waitq_sleep(&parent->child_event, SLEEP_KILLABLE, "vfork",
                        TICK_NEVER) < 0 && parent->vfork_child) {
            parent->vfork_child->vfork_parent = NULL;
            parent->vfork_child = NULL;
        }
    }
}

long fork_process(const struct fork_request *request)
{
    struct proc *parent = this_proc();
    int error = fork_check_flags(request->flags);

    if (error < 0)
        return error;
    if (!limits_may_fork(parent))
        return -EAGAIN;
    if (!fork_has_memory())
        return -ENOMEM;
    struct proc *child = fork_copy(parent, request, &error);
    if (!child)
        return error;

    /* No failure below. */
    pid_t pid = child->pid;
    fork_publish(child, parent, request);
    if (request->flags & CLONE_VFORK)
        fork_wait_for_vfork(parent);
    return pid;
}

static void fork_release_parent(struct proc *child)
{
    struct proc *parent = child->vfork_parent;
    if (!parent)
        return;
    child->vfork_parent = NULL;
    parent->vfork_child = NULL;
    limits_apply_space(parent, parent->space); /* the child may have set its own */
    waitq_wake(&parent->child_event);
}

void fork_leave_space(struct proc *p, struct space *next)
{
    struct space *old = p->space;

    if (old) {
        futex_exit(old, p->robust_list, p->clear_child_tid, p->pid);
        p->usage.resident_peak = MAX(p->usage.resident_peak, old->resident_peak);
    }
    p->robust_list = 0;
    p->clear_child_tid = 0;
    p->space = next;
    if (p == this_proc())
        space_switch(next);
    space_put(old);
    fork_release_parent(p);
}

int fork_unshare(struct proc *p, unsigned long flags)
{
    bool is_own = true;

    if (flags & CLONE_FILES)
        is_own &= REFS_UNSHARE(p->files, filetable_copy, filetable_put);
    if (flags & CLONE_FS)
        is_own &= REFS_UNSHARE(p->workdir, workdir_copy, workdir_put);
    if (flags & CLONE_SIGHAND)
        is_own &= REFS_UNSHARE(p->actions, sigactions_copy, sigactions_put);
    return is_own ? 0 : -ENOMEM;
}
