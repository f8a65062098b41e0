/* SPDX-License-Identifier: MIT */
/*
 * What a process shows by name: status, cmdline, environ, comm.
 *
 * Called by fs/procfs.c, in process context.  Owns nothing.
 * Read next: fs/procfs_maps.c.
 */
#include <asm/resource.h>

#include "fs/file.h"
#include "fs/path.h"
#include "fs/procfs.h"
#include "lib/string.h"
#include "mm/space.h"
#include "proc/group.h"
#include "proc/info.h"
#include "proc/limits.h"
#include "proc/proc.h"
#include "proc/signal.h"

#define COPY_BYTES 128u

/* The state in words, as Linux has them in status; a process that is READY
 * there shows as such, which Linux cannot tell from running. */
static const char *info_state_word(const struct proc *p)
{
    static const char *const words[PROC_STATES] = {
        [PROC_NEW] = "new", [PROC_READY] = "ready", [PROC_RUNNING] = "running",
        [PROC_BLOCKED] = "sleeping", [PROC_STOPPED] = "stopped",
        [PROC_ZOMBIE] = "zombie",
    };
    return state_letter(p) == 'D' ? "disk sleep" : words[p->state];
}

static void status_show_identity(const struct proc *p, struct textbuf *text)
{
    const struct cred *cred = &p->cred;

    textbuf_puts(text, "Name:\t");
    for (const char *c = p->comm; *c; c++) /* whatever is in it, it is one line */
        textbuf_printf(text, *c == '\n' ? "\\n" : *c == '\\' ? "\\\\" : "%c", *c);
    textbuf_puts(text, "\n");
    if (p->workdir)
        textbuf_printf(text, "Umask:\t%04o\n", p->workdir->umask);
    textbuf_printf(text, "State:\t%c (%s)\nTgid:\t%d\nNgid:\t0\nPid:\t%d\n",
                   state_letter(p), info_state_word(p), p->pid, p->pid);
    textbuf_printf(text, "PPid:\t%d\nTracerPid:\t0\n",
                   p->parent ? p->parent->pid : 0);
    textbuf_printf(text, "Uid:\t%u\t%u\t%u\t%u\n", cred->uid, cred->euid,
                   cred->suid, cred->fsuid);
    textbuf_printf(text, "Gid:\t%u\t%u\t%u\t%u\n", cred->gid, cred->egid,
                   cred->sgid, cred->fsgid);
    textbuf_printf(text, "FDSize:\t%u\nGroups:\t",
                   p->files ? p->files->capacity : 0);
    for (unsigned int i = 0; i < cred->ngroups; i++)
        textbuf_printf(text, "%u ", *grouplist_at(cred->groups, i));
    textbuf_printf(text, "\nNStgid:\t%d\nNSpid:\t%d\nNSpgid:\t%d\nNSsid:\t%d\n",
                   p->pid, p->pid, p->group->pgid, p->group->session->sid);
}

static void status_show_signals(const struct proc *p, struct textbuf *text)
{
    sigset_t ignored, caught;

    info_signal_sets(p, &ignored, &caught);
    textbuf_printf(text, "Threads:\t1\nSigQ:\t%lu/%lu\n",
                   signal_count_queued(p->cred.uid),
                   limits_soft(p, RLIMIT_SIGPENDING));
    textbuf_printf(text, "SigPnd:\t%016llx\nShdPnd:\t%016llx\n",
                   p->pending[TO_THREAD], p->pending[TO_PROCESS]);
    textbuf_printf(text, "SigBlk:\t%016llx\nSigIgn:\t%016llx\nSigCgt:\t%016llx\n",
                   p->blocked, ignored, caught);
}

static void status_show_rights(const struct proc *p, struct textbuf *text)
{
    textbuf_printf(text, "CapInh:\t%016llx\nCapPrm:\t%016llx\nCapEff:\t%016llx\n",
                   p->cred.inheritable, p->cred.permitted, p->cred.effective);
    textbuf_printf(text, "CapBnd:\t%016llx\nCapAmb:\t%016llx\n",
                   p->cred.bounding, p->cred.ambient);
    textbuf_printf(text, "NoNewPrivs:\t%d\nSeccomp:\t0\n",
                   p->traits.has_no_new_privs);
}

static void status_show(const struct proc *p, struct textbuf *text)
{
    status_show_identity(p, text);
    if (p->space)
        procfs_show_memory(p->space, text);
    status_show_signals(p, text);
    status_show_rights(p, text);
    textbuf_printf(text,
                   "Cpus_allowed:\t1\nCpus_allowed_list:\t0\n"
                   "voluntary_ctxt_switches:\t%lu\n"
                   "nonvoluntary_ctxt_switches:\t%lu\n",
                   p->usage.switches_voluntary, p->usage.switches_involuntary);
}

/* ---- Arguments and environment ------------------------------------------------------ */

/* What the program has there now, with its NULs. */
static void status_show_strings(struct space *space, uaddr_t start, uaddr_t end,
                                struct textbuf *text)
{
    char part[COPY_BYTES];

    while (start < end) {
        size_t len = MIN(end - start, sizeof(part));
        size_t got = space_read(space, start, part, len);
        textbuf_write(text, part, got);
        if (got < len)
            break;
        start += got;
    }
}

/* Where the title ends, with its NUL, that a program wrote over its arguments, and
 * perhaps on, over its environment. */
static uaddr_t status_title_end(struct space *space)
{
    uaddr_t at = space->args_start;
    char c = 1;

    while (c && at - space->args_start < PAGE_SIZE &&
           space_read(space, at, &c, 1) == 1)
        at++;
    return at;
}

/* Who lets argv end without a NUL shows a title (proc_pid_cmdline(5)). */
static void cmdline_show(const struct proc *p, struct textbuf *text)
{
    struct space *space = info_space(p);
    uaddr_t end = space->args_end;
    char last = '\0';

    if (space_read(space, end - 1, &last, 1) == 1 && last)
        end = status_title_end(space);
    status_show_strings(space, space->args_start, end, text);
}

static void environ_show(const struct proc *p, struct textbuf *text)
{
    struct space *space = info_space(p);
    status_show_strings(space, space->args_end, space->env_end, text);
}

/* As exec left it on the stack. */
static void auxv_show(const struct proc *p, struct textbuf *text)
{
    struct space *space = info_space(p);
    status_show_strings(space, space->auxv_start, space->auxv_end, text);
}

/* ---- Name ------------------------------------------------------------------------------ */

static void maps_show_all(const struct proc *p, struct textbuf *text)
{
    procfs_show_maps(info_space(p), text);
}

static void comm_show(const struct proc *p, struct textbuf *text)
{
    textbuf_printf(text, "%s\n", p->comm);
}

/* A process names itself, and nobody else. */
static int comm_store(struct proc *p, const char *name)
{
    if (p != this_proc())
        return -EINVAL;
    strlcpy(p->comm, name, sizeof(p->comm));
    return 0;
}

static struct procfs_entry status_files[] = {
    { "status", PROCFS_FILE, .show_proc = status_show },
    { "maps", PROCFS_FILE, .is_private = true, .show_proc = maps_show_all },
    { "cmdline", PROCFS_FILE, .show_proc = cmdline_show },
    { "environ", S_IFREG | S_IRUSR, .show_proc = environ_show,
      .zombie_error = -ESRCH },
    { "auxv", S_IFREG | S_IRUSR, .show_proc = auxv_show, .zombie_error = -ESRCH },
    { "mem", S_IFREG | S_IRUSR | S_IWUSR, .is_memory = true, .zombie_error = -ESRCH },
    { "comm", PROCFS_FILE | S_IWUSR, .show_proc = comm_show, .store = comm_store },
};

void info_status_init(void)
{
    procfs_register(&procfs_pid_dir, status_files, ARRAY_LEN(status_files));
}
