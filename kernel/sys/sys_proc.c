/* SPDX-License-Identifier: MIT */
/*
 * System calls about processes: creation, end, resource use, waiting, identity,
 * groups.
 *
 * Each handler fetches and checks its arguments and calls proc/; the manual page
 * of the same name in section 2 says what it does.
 * Called by sys/dispatch.c in process context.
 */
#include <asm/ldt.h>
#include <asm/resource.h>
#include <asm/sched.h>
#include <asm/time.h>
#include <asm/wait.h>

#include "mm/space.h"
#include "proc/exit.h"
#include "proc/fork.h"
#include "proc/group.h"
#include "proc/signal.h"
#include "proc/wait.h"
#include "sched/core.h"
#include "sys/handler.h"

/* ---- Creation and end ------------------------------------------------------ */

long sys_clone(unsigned long flags, uaddr_t stack, uaddr_t parent_tid,
               uaddr_t tls, uaddr_t child_tid)
{
    const struct fork_request request = {
        .flags = flags & ~(unsigned long)CSIGNAL,
        .exit_signal = (int)(flags & CSIGNAL),
        .stack = stack,
        .parent_tid = parent_tid,
        .child_tid = child_tid,
        .tls = tls,
    };
    return fork_process(&request);
}

/* Only what fork_unshare can do alone; the rest must not be shared already. */
#define UNSHARE_FLAGS                                                          \
    (CLONE_FS | CLONE_FILES | CLONE_SYSVSEM | CLONE_VM | CLONE_SIGHAND |       \
     CLONE_THREAD)

long sys_unshare(unsigned long flags)
{
    struct proc *p = this_proc();
    int error = fork_check_namespaces(flags);
    if (error < 0)
        return error;
    if (flags & ~(unsigned long)UNSHARE_FLAGS)
        return -EINVAL;
    if (flags & CLONE_THREAD)
        flags |= CLONE_VM;
    if ((flags & CLONE_VM) && p->space->refs > 1)
        return -EINVAL;
    if ((flags & (CLONE_VM | CLONE_SIGHAND)) && p->actions->refs > 1)
        return -EINVAL;
    return fork_unshare(p, flags & (CLONE_FS | CLONE_FILES));
}

long sys_exit(int status)
{
    exit_process(W_EXITCODE(status & 0xff, 0));
}

/* ---- Resource use ---------------------------------------------------------- */

static struct timeval timeval_of(uint64_t ns)
{
    return (struct timeval){
        .tv_sec = (time_t)(ns / NS_PER_SECOND),
        .tv_usec = (long)(ns % NS_PER_SECOND / NS_PER_US),
    };
}

static int rusage_put(uaddr_t to, const struct usage *usage)
{
    const struct rusage ru = {
        .ru_utime = timeval_of(usage->user_ns),
        .ru_stime = timeval_of(usage->system_ns),
        .ru_maxrss = (long)(usage->resident_peak * KIB_PER_PAGE),
        .ru_minflt = (long)usage->page_faults,
        .ru_nvcsw = (long)usage->switches_voluntary,
        .ru_nivcsw = (long)usage->switches_involuntary,
    };
    return user_put(to, ru);
}

long sys_getrusage(int who, uaddr_t usage)
{
    const struct proc *p = this_proc();
    if (who != RUSAGE_SELF && who != RUSAGE_THREAD && who != RUSAGE_CHILDREN)
        return -EINVAL;
    sched_account();
    struct usage used = who == RUSAGE_CHILDREN ? p->child_usage : p->usage;
    if (who != RUSAGE_CHILDREN)
        used.resident_peak = MAX(used.resident_peak, p->space->resident_peak);
    return rusage_put(usage, &used);
}

long sys_times(uaddr_t buf)
{
    const struct proc *p = this_proc();
    sched_account();
    const struct tms tms = {
        .tms_utime = (clock_t)(p->usage.user_ns / NS_PER_TICK),
        .tms_stime = (clock_t)(p->usage.system_ns / NS_PER_TICK),
        .tms_cutime = (clock_t)(p->child_usage.user_ns / NS_PER_TICK),
        .tms_cstime = (clock_t)(p->child_usage.system_ns / NS_PER_TICK),
    };
    if (buf && user_put(buf, tms) < 0)
        return -EFAULT;
    return (long)tick_now();
}

/* ---- Waiting --------------------------------------------------------------- */

#define WAIT_OPTIONS                                                           \
    (WNOHANG | WUNTRACED | WCONTINUED | __WNOTHREAD | __WALL | __WCLONE)

long sys_wait4(pid_t pid, uaddr_t status, int options, uaddr_t usage)
{
    struct wait_request request = { .options = options | WEXITED };
    struct wait_result result;

    if (options & ~WAIT_OPTIONS)
        return -EINVAL;
    if (pid == INT32_MIN)
        return -ESRCH;
    request.id_type = pid > 0 ? P_PID : pid == -1 ? P_ALL : P_PGID;
    request.id = pid > 0 ? pid : pid < 0 ? -pid : this_proc()->group->pgid;
    long child = wait_child(&request, &result);
    if (child <= 0)
        return child;
    if ((status && user_put(status, result.status) < 0) ||
        (usage && rusage_put(usage, &result.usage) < 0))
        return -EFAULT;
    return child;
}

/* Who is meant by TYPE and ID. Errors: -EINVAL; -EBADF no descriptor is that of
 * a process here. */
static int wait_check_id(int type, pid_t id)
{
    bool is_good = type == P_ALL || (type == P_PID ? id > 0 : id >= 0);
    if (type < P_ALL || type > P_PIDFD || !is_good)
        return -EINVAL;
    return type == P_PIDFD ? -EBADF : 0;
}

/* The caller's siginfo gets these members alone, zeros where nothing is told. */
#define WAITID_INFO_BYTES offsetof(siginfo_t, fields.child.utime)

long sys_waitid(int type, pid_t id, uaddr_t info, int options, uaddr_t usage)
{
    const int what = WEXITED | WSTOPPED | WCONTINUED;
    struct wait_request request = { type, id, options };
    struct wait_result result = { 0 }; /* told on failure, too */
    bool is_known = !(options & ~(WAIT_OPTIONS | WNOWAIT | what)) && (options & what);

    long child = is_known ? wait_check_id(type, id) : -EINVAL;
    if (type == P_PGID && id == 0)
        request.id = this_proc()->group->pgid;
    if (child == 0)
        child = wait_child(&request, &result);
    if (child > 0 && usage && rusage_put(usage, &result.usage) < 0)
        return -EFAULT;
    if (info && user_write(info, &result.info, WAITID_INFO_BYTES) < 0)
        return -EFAULT;
    return MIN(child, 0);
}

/* ---- Thread areas ---------------------------------------------------------- */

long thread_area_call(uaddr_t addr, thread_area_fn call)
{
    struct user_desc desc;
    if (user_get(desc, addr) < 0)
        return -EFAULT;
    int error = call(&this_proc()->arch, &desc);
    return error < 0 ? error : user_put(addr, desc);
}
