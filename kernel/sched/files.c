/* SPDX-License-Identifier: MIT */
/*
 * What /proc shows of scheduling, and what is set there: /proc/sched/ for the policies,
 * /proc/[pid]/{sched,schedstat,tickets} for a process.
 *
 * Called by fs/procfs.c in process context.  Owns nothing.
 * Read next: sched/policies.c.
 */

#include "fs/procfs.h"
#include "lib/number.h"
#include "sched/core.h"
#include "sched/policies.h"

/* ---- /proc/sched ------------------------------------------------------------- */

static void policy_show(struct textbuf *text)
{
    textbuf_printf(text, "%s\n", policy_chosen()->name);
}

static int policy_store(struct proc *writer, const char *text)
{
    (void)writer;
    return sched_choose(text);
}

static void policies_show(struct textbuf *text)
{
    for (unsigned int i = 0; policy_nth(i); i++)
        textbuf_printf(text, "%s\n", policy_nth(i)->name);
}

/* One line for each figure, as it can be written back: mlfq.levels=4. */
static void params_show(struct textbuf *text)
{
    for (unsigned int i = 0; policy_nth(i); i++) {
        const struct sched_policy *policy = policy_nth(i);
        for (const struct sched_knob *knob = policy->knobs; knob->name; knob++)
            textbuf_printf(text, "%s.%s=%u\n", policy->name, knob->name,
                           (unsigned int)*knob->value);
    }
}

static int params_store(struct proc *writer, const char *text)
{
    (void)writer;
    return policy_set(text);
}

/* ---- /proc/[pid] --------------------------------------------------------------- */

static void tickets_show(const struct proc *p, struct textbuf *text)
{
    textbuf_printf(text, "%d\n", p->sched.tickets);
}

static int tickets_store(struct proc *p, const char *text)
{
    unsigned long tickets;
    if (!number_parse(text, TICKETS_MAX, &tickets) || tickets == 0)
        return -EINVAL;
    p->sched.tickets = (int)tickets;
    return 0;
}

/* Nanoseconds on the CPU and waiting for it, and how often it left it. */
static void schedstat_show(const struct proc *p, struct textbuf *text)
{
    textbuf_printf(text, "%llu %llu %lu\n", sched_spent_ns(p, PROC_RUNNING),
                   sched_spent_ns(p, PROC_READY),
                   p->usage.switches_voluntary + p->usage.switches_involuntary);
}

/* All that is counted for it: who schedules it and how, nanoseconds in each state,
 * and how often it switched, faulted, was handed a signal and called the kernel. */
static void sched_show(const struct proc *p, struct textbuf *text)
{
    const struct sched_ent *ent = &p->sched;
    textbuf_printf(text, "policy\t%s\nnice\t%d\nrt_priority\t%d\n",
                   policy_of(ent)->name, ent->nice, ent->rt_priority);
    textbuf_printf(text, "tickets\t%d\nlevel\t%d\n", ent->tickets, ent->level);
    for (enum proc_state state = PROC_READY; state < PROC_STATES; state++)
        textbuf_printf(text, "%s\t%llu\n", state_name(state),
                       sched_spent_ns(p, state));
    textbuf_printf(text, "voluntary\t%lu\ninvoluntary\t%lu\nfaults\t%lu\n",
                   p->usage.switches_voluntary, p->usage.switches_involuntary,
                   p->usage.page_faults);
    textbuf_printf(text, "signals\t%lu\ncalls\t%lu\n", p->usage.signals,
                   p->usage.calls);
}

static struct procfs_entry sched_dir = { .name = "sched", .mode = PROCFS_DIR };
static struct procfs_entry sched_files[] = {
    { "policy", PROCFS_FILE | S_IWUSR, .show = policy_show, .store = policy_store },
    { "policies", PROCFS_FILE, .show = policies_show },
    { "params", PROCFS_FILE | S_IWUSR, .show = params_show, .store = params_store },
};
static struct procfs_entry sched_pid_files[] = {
    { "sched", PROCFS_FILE, .show_proc = sched_show },
    { "schedstat", PROCFS_FILE, .show_proc = schedstat_show },
    { "tickets", PROCFS_FILE | S_IWUSR, .show_proc = tickets_show,
      .store = tickets_store },
};

void sched_files_init(void)
{
    procfs_register(&procfs_top, &sched_dir, 1);
    procfs_register(&sched_dir, sched_files, ARRAY_LEN(sched_files));
    procfs_register(&procfs_pid_dir, sched_pid_files, ARRAY_LEN(sched_pid_files));
}
