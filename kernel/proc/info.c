/* SPDX-License-Identifier: MIT */
/*
 * What /proc shows of processes and of the CPU, in Linux's formats: proc(5).
 *
 * fs/procfs.c knows the tree; here stands what is in them, straight from
 * the PCB, so that ps and top can never disagree with the kernel.
 * Called when a file of /proc is read, in process context.  Owns nothing.
 * Read next: fs/procfs_status.c, then user/bin/ps/columns.c, which reads all this.
 */
#include "proc/info.h"

#include "fs/procfs.h"
#include "fs/textbuf.h"
#include "mm/space.h"
#include "proc/group.h"
#include "proc/limits.h"
#include "proc/proc.h"
#include "proc/signal.h"
#include "sched/core.h"

#define LOAD_SHIFT 16

struct space *info_space(const struct proc *p)
{
    static struct space none = { .mappings = LIST_INIT(none.mappings) };

    return p->space ? p->space : &none;
}

/* ---- /proc/[pid]/stat ----------------------------------------------------- */

void info_signal_sets(const struct proc *p, sigset_t *ignored, sigset_t *caught)
{
    *ignored = *caught = 0;
    if (!p->actions)
        return;
    for (int sig = 1; sig <= SIGRTMAX_KERNEL; sig++) {
        unsigned long handler = p->actions->action[sig - 1].handler;
        if (handler == SIG_IGN_ADDR)
            *ignored |= SIGNAL_BIT(sig);
        else if (handler != SIG_DFL_ADDR)
            *caught |= SIGNAL_BIT(sig);
    }
}

/* Linux's priority: 20 plus nice; below 0 it is a real-time one. */
#define PRIORITY_BASE 20

static void info_pid_stat(const struct proc *p, struct textbuf *text)
{
    const struct space *space = info_space(p);
    const struct session *session = p->group->session;
    bool has_tty = session->tty && !p->has_no_tty;
    sigset_t ignored, caught;

    sched_account();
    info_signal_sets(p, &ignored, &caught);
    /* Fields 1 to 8: identity and relationships. */
    textbuf_printf(text, "%d (%s) %c %d %d %d %u %d 0 ", p->pid, p->comm,
                   state_letter(p), p->parent ? p->parent->pid : 0,
                   p->group->pgid, session->sid,
                   has_tty ? session->tty_device : 0,
                   has_tty ? session->foreground : -1);
    /* 10 to 20: faults, times, priority. */
    textbuf_printf(text, "%lu %lu 0 0 %llu %llu %llu %llu %d %d 1 0 ",
                   p->usage.page_faults, p->child_usage.page_faults,
                   p->usage.user_ns / NS_PER_TICK,
                   p->usage.system_ns / NS_PER_TICK,
                   p->child_usage.user_ns / NS_PER_TICK,
                   p->child_usage.system_ns / NS_PER_TICK,
                   p->sched.rt_priority ? -1 - p->sched.rt_priority
                                        : PRIORITY_BASE + p->sched.nice,
                   p->sched.nice);
    /* 22 to 30: start and memory. */
    textbuf_printf(text, "%llu %u %u 4294967295 %u %u %u %u %u ",
                   p->start_tick, space->mapped * PAGE_SIZE, space->resident,
                   space->text_start, space->text_end, space->stack_top,
                   p->space ? trapframe_stack(p->frame) : 0,
                   p->space ? trapframe_pc(p->frame) : 0);
    /* 31 to 37: signals and wait channel, as decimal numbers. */
    textbuf_printf(text, "%lu %lu %lu %lu %u 0 0 %d 0 ",
                   (unsigned long)(p->pending[TO_THREAD] & 0x7fffffff),
                   (unsigned long)(p->blocked & 0x7fffffff),
                   (unsigned long)(ignored & 0x7fffffff),
                   (unsigned long)(caught & 0x7fffffff), p->wchan ? 1u : 0u,
                   p->exit_signal);
    /* 40 to 52: policy, memory layout, exit status. */
    textbuf_printf(text, "%d %d 0 0 0 %u %u %u %u %u %u %u %d\n",
                   p->sched.rt_priority, p->sched.policy,
                   space->data_start, space->data_end, space->brk_start,
                   space->args_start, space->args_end, space->args_end,
                   space->env_end, p->exit_status);
}

/* ---- The other files of /proc/[pid] ---------------------------------------- */

static void info_pid_statm(const struct proc *p, struct textbuf *text)
{
    const struct space *space = info_space(p);
    unsigned int code = DIV_UP(space->text_end - space->text_start, PAGE_SIZE);
    textbuf_printf(text, "%u %u 0 %u 0 %u 0\n", space->mapped, space->resident,
                   code, space->mapped - code);
}

static void info_pid_wchan(const struct proc *p, struct textbuf *text)
{
    textbuf_puts(text, p->state == PROC_BLOCKED && p->wchan ? p->wchan : "0");
}

/* ---- The whole system ------------------------------------------------------ */

static void info_stat(struct textbuf *text)
{
    const struct sched_figures *f = &sched_figures;
    unsigned int blocked = 0, interrupts = 0;
    sched_account();
    for (struct proc *p = proc_next(NULL); p; p = proc_next(p))
        blocked += state_letter(p) == 'D';
    for (int line = 0; line < 2; line++)
        textbuf_printf(text, "%s %llu %llu %llu %llu 0 0 0 %llu 0 0\n",
                       line == 0 ? "cpu " : "cpu0", f->user_ns / NS_PER_TICK,
                       f->nice_ns / NS_PER_TICK, f->system_ns / NS_PER_TICK,
                       f->idle_ns / NS_PER_TICK, f->stolen_ns / NS_PER_TICK);
    for (unsigned int irq = 0; irq < IRQ_LINES; irq++)
        interrupts += irq_count(irq);
    textbuf_printf(text, "intr %u", interrupts);
    for (unsigned int irq = 0; irq < IRQ_LINES; irq++)
        textbuf_printf(text, " %u", irq_count(irq));
    textbuf_printf(text, "\nctxt %llu\nbtime %llu\n", f->switches,
                   (wall_clock_now_ns() - clock_now_ns()) / 1000000000);
    textbuf_printf(text, "processes %llu\nprocs_running %u\nprocs_blocked %u\n",
                   f->forks + 1, f->ready, blocked);
}

/* Seconds with two digits, which is what a tick of 10 ms gives. */
static void info_put_seconds(struct textbuf *text, uint64_t ns, char end)
{
    tick_t ticks = ns / NS_PER_TICK;
    textbuf_printf(text, "%llu.%02u%c", ticks / TICK_HZ,
                   (unsigned int)(ticks % TICK_HZ), end);
}

static void info_uptime(struct textbuf *text)
{
    sched_account();
    info_put_seconds(text, clock_now_ns(), ' ');
    info_put_seconds(text, sched_figures.idle_ns, '\n');
}

static void info_loadavg(struct textbuf *text)
{
    for (unsigned int i = 0; i < ARRAY_LEN(sched_figures.load); i++) {
        unsigned long load = sched_figures.load[i];
        unsigned long hundredths = (load & ((1u << LOAD_SHIFT) - 1)) * 100 >>
                                   LOAD_SHIFT;
        textbuf_printf(text, "%lu.%02lu ", load >> LOAD_SHIFT, hundredths);
    }
    textbuf_printf(text, "%u/%u %d\n", sched_figures.ready, proc_count(),
                   pid_last());
}

static struct procfs_entry info_files[] = {
    { "stat", PROCFS_FILE, .show = info_stat },
    { "uptime", PROCFS_FILE, .show = info_uptime },
    { "loadavg", PROCFS_FILE, .show = info_loadavg },
};
static struct procfs_entry info_pid_files[] = {
    { "stat", PROCFS_FILE, .show_proc = info_pid_stat },
    { "statm", PROCFS_FILE, .show_proc = info_pid_statm },
    { "limits", PROCFS_FILE, .show_proc = limits_show },
    { "wchan", PROCFS_FILE, .show_proc = info_pid_wchan },
};

void info_init(void)
{
    info_open_init();
    info_status_init();
    procfs_register(&procfs_top, info_files, ARRAY_LEN(info_files));
    procfs_register(&procfs_pid_dir, info_pid_files, ARRAY_LEN(info_pid_files));
}
