/* SPDX-License-Identifier: MIT */
/*
 * The mechanism of scheduling: readiness, the tick, and the switch.
 *
 * Who runs next is the policy's business (sched.h); here stands only how.  A
 * switch has one place, schedule(), and one moment, its call of
 * context_switch: before it the old process runs, after it the new one, which
 * comes out of its own call made earlier, or out of its first return to user
 * mode.  Called with interrupts off.  Owns the figures and the account of the CPU's time;
 * the choice of policy is sched/policies.c's.
 * Read next: x86/switch.S, then sched/rr.c.
 */
#include "sched/core.h"

#include "debug/agree.h"
#include "debug/trace.h"
#include "lib/option.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "mm/kmalloc.h"
#include "mm/space.h"
#include "proc/limits.h"
#include "sched/policies.h"

struct sched_figures sched_figures;

/* Why the running process is to leave the CPU; NULL: it wants to. */
static const char *resched_cause;
static uint64_t charged_ns; /* until then the CPU's time is accounted for */

/* SUBTLE(own-stack): a process that reaped itself. Its stack may be freed only
 * once it is left. */
static struct proc *dead;

/*
 * Load averages decay by exp(-5 s / period) every five seconds: the factors for
 * 1, 5 and 15 minutes, as fractions of LOAD_ONE.
 */
#define LOAD_ONE 65536u
#define LOAD_TICKS (5 * TICK_HZ)
static tick_t load_tick; /* when they were last computed */
static const unsigned long load_decay[3] = { 60296, 64453, 65173 };

static void sched_free_dead(void)
{
    if (dead && dead != this_proc()) {
        proc_free(dead);
        dead = NULL;
    }
}

static struct cache dead_cache = { .shrink = sched_free_dead };

void sched_init(const char *name)
{
    cache_register(&dead_cache);
    int slice_ticks = (int)option_number("slice", (unsigned long)rr_slice_ticks);

    lottery_seed = MAX((int)option_number("seed", 1), 1);
    if (slice_ticks > 0)
        rr_slice_ticks = slice_ticks;
    else
        klog("slice=%d: a slice has at least 1 tick\n", slice_ticks);
    if (policy_choose(name ? name : policy_nth(0)->name) == 0)
        return;
    klog("sched=%s: no such scheduling policy; there are:", name);
    for (unsigned int i = 0; policy_nth(i); i++)
        klog(" %s", policy_nth(i)->name);
    klog("\n");
    if (policy_choose(policy_nth(0)->name) < 0)
        panic("there is no scheduling policy");
}

static void sched_request(const char *cause)
{
    this_cpu()->need_resched = true;
    resched_cause = cause;
}

/* The entity that has the CPU; NULL when nobody needs it. */
static struct sched_ent *sched_running(void)
{
    struct proc *p = this_proc();
    return p == this_cpu()->idle ? NULL : &p->sched;
}

/* The time by which all is accounted: that which the machine really had. */
static uint64_t sched_clock_ns(void)
{
    return clock_now_ns() - sched_figures.stolen_ns;
}

/* The class in which the whole CPU counts P's time: user, nice or system. */
static uint64_t *sched_class_ns(const struct proc *p)
{
    if (p == this_cpu()->idle)
        return &sched_figures.idle_ns;
    if (!p->usage.is_in_user)
        return &sched_figures.system_ns;
    return p->sched.nice > 0 ? &sched_figures.nice_ns : &sched_figures.user_ns;
}

void sched_account(void)
{
    struct proc *p = this_proc();
    uint64_t now = sched_clock_ns();
    uint64_t ran_ns = now - charged_ns;
    charged_ns = now;
    p->spent_ns[PROC_RUNNING] += ran_ns;
    *(p->usage.is_in_user ? &p->usage.user_ns : &p->usage.system_ns) += ran_ns;
    *sched_class_ns(p) += ran_ns;
    if (p != this_cpu()->idle)
        policy_charge(&p->sched, ran_ns);
}

/* P leaves the state that it has been in without the CPU until NOW. */
static void sched_account_state(struct proc *p, uint64_t now)
{
    p->spent_ns[p->state] += now - p->since_ns;
    p->since_ns = now;
}

uint64_t sched_spent_ns(const struct proc *p, enum proc_state state)
{
    uint64_t spent_ns = p->spent_ns[state];
    if (p == this_proc() && state == PROC_RUNNING)
        spent_ns += sched_clock_ns() - charged_ns;
    else if (p != this_proc() && state == p->state)
        spent_ns += sched_clock_ns() - p->since_ns;
    return spent_ns;
}

void sched_ready(struct proc *p, enum sched_why why, const char *cause)
{
    sched_account_state(p, sched_clock_ns());
    state_set(p, PROC_READY, cause);
    sched_figures.ready++;
    if (policy_enqueue(&p->sched, why, sched_running()))
        sched_request("preferred one woken");
}

static void sched_update_load(void)
{
    load_tick = tick_now();
    for (unsigned int i = 0; i < ARRAY_LEN(load_decay); i++) {
        uint64_t load = (uint64_t)sched_figures.load[i] * load_decay[i] +
                        (uint64_t)sched_figures.ready * LOAD_ONE *
                            (LOAD_ONE - load_decay[i]);
        sched_figures.load[i] = (unsigned long)(load / LOAD_ONE);
    }
}

void sched_tick(bool is_user_mode)
{
    struct proc *p = this_proc();
    if (tick_now() - load_tick >= LOAD_TICKS)
        sched_update_load();
    p->usage.is_in_user = is_user_mode;
    sched_account();
    policy_age();
    if (p == this_cpu()->idle)
        return;
    itimer_cpu_tick(p);
    limits_tick(p);
    if (policy_tick(&p->sched))
        sched_request("slice over");
}

/* Lets go of the CPU: what becomes of the process that called schedule(). */
static void sched_put_prev(struct proc *prev)
{
    if (prev == this_cpu()->idle)
        return; /* it is in no queue, and stays RUNNING until somebody is ready */
    if (prev->state != PROC_RUNNING) {
        /* BLOCKED, STOPPED or ZOMBIE: its caller has said so. */
        sched_figures.ready--;
        return;
    }
    state_set(prev, PROC_READY, resched_cause ? resched_cause : "yielded");
    policy_enqueue(&prev->sched,
                   resched_cause ? SCHED_PREEMPTED : SCHED_YIELDED, NULL);
}

static struct proc *sched_pick_next(void)
{
    struct sched_ent *ent = policy_pick();
    return ent ? LIST_ENTRY(ent, struct proc, sched) : this_cpu()->idle;
}

void schedule(void)
{
    struct cpu *cpu = this_cpu();
    struct proc *prev = cpu->current;

    ASSERT(!irq_is_enabled());
    sched_free_dead();
    cpu->need_resched = false;
    sched_account();
    prev->since_ns = charged_ns;
    sched_put_prev(prev);
    resched_cause = NULL;
    struct proc *next = sched_pick_next();
    sched_account_state(next, charged_ns);
    if (prev == cpu->idle) {
        if (next == prev)
            return;
        state_set(prev, PROC_READY, "descheduled");
    }
    state_set(next, PROC_RUNNING, "scheduled");
    if (next == prev)
        return;

    if (prev->state == PROC_READY)
        prev->usage.switches_involuntary++;
    else
        prev->usage.switches_voluntary++;
    sched_figures.switches++;
    cpu->current = next;
    agree_check();
    /* SUBTLE(borrowed-space): the idle process has no memory of its own; it
     * borrows what is there. */
    if (next->space)
        space_switch(next->space);
    arch_switch(&prev->arch, &next->arch, next->kstack_top);
    trace_switch(prev, next);
    context_switch(&prev->context, next->context);
}

void sched_inherit(struct sched_ent *child, const struct sched_ent *parent)
{
    bool is_kept = !parent->is_reset_on_fork;
    child->nice = is_kept ? parent->nice : MAX(parent->nice, 0);
    child->tickets = parent->tickets;
    if (is_kept || parent->rt_priority == 0)
        child->policy = parent->policy;
    if (is_kept)
        child->rt_priority = parent->rt_priority;
}

void sched_change(struct proc *p, int policy, int rt_priority)
{
    struct sched_ent *ent = &p->sched;
    bool is_ready = p->state == PROC_READY;
    if (is_ready)
        policy_dequeue(ent);
    ent->policy = policy;
    ent->rt_priority = rt_priority;
    if (is_ready && policy_enqueue(ent, SCHED_YIELDED, sched_running()))
        sched_request("preferred one woken");
    if (p == this_proc())
        sched_request("changed");
}

int sched_choose(const char *name)
{
    int error = policy_choose(name);
    if (error == 0)
        sched_request("changed");
    return error;
}

void sched_yield_cpu(void)
{
    sched_request(NULL);
}

void sched_free_after_switch(struct proc *p)
{
    sched_free_dead();
    dead = p;
}

void sched_idle_loop(void)
{
    for (;;) {
        schedule();
        cpu_halt_once();
    }
}
