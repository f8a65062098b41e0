/* SPDX-License-Identifier: MIT */
/*
 * The mechanism of scheduling: readiness, the tick, and the switch.
 *
 * Who runs next is the policy's business (sched.h); here stands only how.  A
 * switch has one place, schedule(), and one moment, its call of
 * context_switch: before it the old process runs, after it the new one, which
 * comes out of its own call made earlier, or out of its first return to user
 * mode.  Called with interrupts off.  Owns the figures and the choice of policy.
 * Read next: x86/switch.S, then sched/rr.c.
 */
#include "sched/core.h"

#include <tine/errno.h>

#include "debug/agree.h"
#include "lib/option.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "mm/kmalloc.h"
#include "mm/space.h"
#include "proc/limits.h"

static const struct sched_policy *const policies[] = {
    &sched_rr,
};

static const struct sched_policy *policy;
struct sched_figures sched_figures;

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

static struct proc *sched_proc(struct sched_ent *ent)
{
    return LIST_ENTRY(ent, struct proc, sched);
}

static void sched_free_dead(void)
{
    if (dead && dead != this_proc()) {
        proc_free(dead);
        dead = NULL;
    }
}

static struct cache dead_cache = { .shrink = sched_free_dead };

static const struct sched_policy *policy_find(const char *name)
{
    for (unsigned int i = 0; i < ARRAY_LEN(policies); i++) {
        if (strcmp(name, policies[i]->name) == 0)
            return policies[i];
    }
    klog("sched=%s: no such scheduling policy; there are:", name);
    for (unsigned int i = 0; i < ARRAY_LEN(policies); i++)
        klog(" %s", policies[i]->name);
    klog("\n");
    return policies[0];
}

void sched_init(const char *name)
{
    cache_register(&dead_cache);
    int slice_ticks = (int)option_number("slice", (unsigned long)rr_slice_ticks);

    if (slice_ticks > 0)
        rr_slice_ticks = slice_ticks;
    else
        klog("slice=%d: a slice has at least 1 tick\n", slice_ticks);
    policy = name ? policy_find(name) : policies[0];
    policy->init();
}

void sched_ready(struct proc *p, enum sched_why why, const char *cause)
{
    state_set(p, PROC_READY, cause);
    sched_figures.ready++;
    if (policy->enqueue(&p->sched, why))
        this_cpu()->need_resched = true;
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
    if (p == this_cpu()->idle) {
        sched_figures.idle_ticks++;
        return;
    }
    if (is_user_mode) {
        p->usage.user_ticks++;
        if (p->sched.nice > 0)
            sched_figures.nice_ticks++;
        else
            sched_figures.user_ticks++;
    } else {
        p->usage.system_ticks++;
        sched_figures.system_ticks++;
    }
    itimer_cpu_tick(p);
    limits_tick(p);
    if (policy->tick(&p->sched))
        this_cpu()->need_resched = true;
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
    bool is_yield = prev->sched.slice_ticks > 0;
    state_set(prev, PROC_READY, is_yield ? "yielded" : "slice over");
    policy->enqueue(&prev->sched, is_yield ? SCHED_YIELDED : SCHED_PREEMPTED);
}

static struct proc *sched_pick_next(void)
{
    struct sched_ent *ent = policy->pick();
    return ent ? sched_proc(ent) : this_cpu()->idle;
}

void schedule(void)
{
    struct cpu *cpu = this_cpu();
    struct proc *prev = cpu->current;

    ASSERT(!irq_is_enabled());
    sched_free_dead();
    cpu->need_resched = false;
    sched_put_prev(prev);
    struct proc *next = sched_pick_next();
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
    context_switch(&prev->context, next->context);
}

void sched_inherit(struct sched_ent *child, const struct sched_ent *parent)
{
    bool is_kept = !parent->is_reset_on_fork;
    child->nice = is_kept ? parent->nice : MAX(parent->nice, 0);
    if (is_kept || parent->rt_priority == 0)
        child->policy = parent->policy;
    if (is_kept)
        child->rt_priority = parent->rt_priority;
}

void sched_yield_cpu(void)
{
    this_cpu()->need_resched = true;
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
