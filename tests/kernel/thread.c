/* SPDX-License-Identifier: MIT */
/* Processes without a program, for self-tests; see thread.h. */
#include "thread.h"

#include "lib/panic.h"
#include "proc/limits.h"
#include "proc/signal.h"
#include "sched/core.h"

#define THREADS_MAX 8u

/* What each new thread has to call; it finds its own row by its PCB. */
static struct {
    struct proc *proc;
    void (*run)(void);
} threads[THREADS_MAX];

static void thread_entry(void)
{
    struct proc *p = this_proc();
    for (unsigned int i = 0; i < THREADS_MAX; i++) {
        if (threads[i].proc == p)
            threads[i].run();
    }
    state_set(p, PROC_ZOMBIE, "exited");
    schedule();
    panic("a self-test's thread ran after its end");
}

struct proc *thread_start(void (*run)(void))
{
    int error;
    struct proc *p = proc_alloc(&error);
    ASSERT(p);
    p->actions = sigactions_alloc();
    ASSERT(p->actions);
    limits_init(p);
    p->context = context_setup_kernel(p->kstack_top, thread_entry);
    for (unsigned int i = 0; i < THREADS_MAX; i++) {
        if (!threads[i].proc) {
            threads[i].proc = p;
            threads[i].run = run;
            sched_ready(p, SCHED_NEW, "self-test");
            return p;
        }
    }
    panic("a self-test starts too many threads");
}

void thread_run_all(void)
{
    /* The idle process comes back only when nobody is ready. */
    schedule();
}

bool thread_has_ended(const struct proc *p)
{
    return p->state == PROC_ZOMBIE;
}

void thread_free(struct proc *p)
{
    for (unsigned int i = 0; i < THREADS_MAX; i++) {
        if (threads[i].proc == p)
            threads[i].proc = NULL;
    }
    signal_discard(p, ~(sigset_t)0);
    sigactions_put(p->actions);
    proc_free(p);
}
