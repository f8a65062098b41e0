/* SPDX-License-Identifier: MIT */
/* The context switch and round robin: who runs, and with which registers. */
#include "debug/selftest.h"
#include "lib/string.h"
#include "sched/core.h"
#include "thread.h"

#define ROUNDS 3

static char order[16];

static void order_append(char c)
{
    size_t len = strlen(order);
    order[len] = c;
    order[len + 1] = '\0';
}

/* Gives the CPU away as the tail does after sched_yield. */
static void run_as(char name)
{
    for (int i = 0; i < ROUNDS; i++) {
        order_append(name);
        schedule();
    }
}

static void run_a(void)
{
    run_as('a');
}

static void run_b(void)
{
    run_as('b');
}

SELFTEST(sched_rr_takes_turns)
{
    order[0] = '\0';
    struct proc *a = thread_start(run_a);
    struct proc *b = thread_start(run_b);
    thread_run_all();
    SELFTEST_CHECK(strcmp(order, "ababab") == 0);
    SELFTEST_CHECK(thread_has_ended(a) && thread_has_ended(b));
    SELFTEST_CHECK(a->usage.switches_involuntary == ROUNDS);
    thread_free(a);
    thread_free(b);
}

static bool is_kept;

/* Fills the registers that a function must preserve with known values, gives
 * the CPU away, and looks at them again. */
static void check_registers(void)
{
    uint32_t bad;
    __asm__ volatile("movl $0x11111111, %%ebx\n\t"
                     "movl $0x22222222, %%esi\n\t"
                     "movl $0x33333333, %%edi\n\t"
                     "call schedule\n\t"
                     "subl $0x11111111, %%ebx\n\t"
                     "subl $0x22222222, %%esi\n\t"
                     "subl $0x33333333, %%edi\n\t"
                     "movl %%ebx, %%eax\n\t"
                     "orl %%esi, %%eax\n\t"
                     "orl %%edi, %%eax"
                     : "=a"(bad)
                     :
                     : "ebx", "ecx", "edx", "esi", "edi", "memory", "cc");
    is_kept = bad == 0;
}

static void spoil_registers(void)
{
    __asm__ volatile("movl $-1, %%ebx\n\t"
                     "movl $-1, %%esi\n\t"
                     "movl $-1, %%edi\n\t"
                     "call schedule"
                     :
                     :
                     : "eax", "ebx", "ecx", "edx", "esi", "edi", "memory",
                       "cc");
}

SELFTEST(switch_keeps_registers)
{
    is_kept = false;
    struct proc *a = thread_start(check_registers);
    struct proc *b = thread_start(spoil_registers);
    thread_run_all();
    SELFTEST_CHECK(is_kept);
    thread_free(a);
    thread_free(b);
}

SELFTEST(proc_pids_are_not_reused_at_once)
{
    int error;
    struct proc *p = proc_alloc(&error);
    pid_t first = p->pid;
    proc_free(p);
    p = proc_alloc(&error);
    SELFTEST_CHECK(p->pid != first);
    proc_free(p);
}

SELFTEST(proc_list_finds_by_pid)
{
    int error;
    struct proc *p = proc_alloc(&error);
    SELFTEST_CHECK(!proc_find(p->pid));
    unsigned int count = proc_count();
    proc_publish(p);
    SELFTEST_CHECK(proc_find(p->pid) == p);
    SELFTEST_CHECK(proc_count() == count + 1);
    proc_unpublish(p);
    SELFTEST_CHECK(!proc_find(p->pid));
    proc_free(p);
}
