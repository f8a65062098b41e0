/* SPDX-License-Identifier: MIT */
/*
 * Clocks: their numbers, their readings, and sleeping until one shows a time.
 *
 * Called by the calls of sys/sys_time.c and sys_timer.c in process context, and
 * by time/itimer.c in the tick too.
 * Facts: clock_gettime(2), clock_nanosleep(2), as Linux answers.
 * Read next: x86/pit.c, which makes the time; time/itimer.c.
 */
#include "time/clock.h"

#include <asm/time.h>

#include "arch.h"
#include "sched/core.h"
#include "time/itimer.h"
#include "time/timespec.h"

/* Clocks of all, by their numbers. The coarse and the raw ones cannot be waited for. */
static const struct {
    enum clock_base base;
    bool is_waitable;
    bool is_coarse;
} clocks[] = {
    [CLOCK_REALTIME] = { CLOCK_BASE_WALL, true, false },
    [CLOCK_MONOTONIC] = { CLOCK_BASE_BOOT, true, false },
    [CLOCK_PROCESS_CPUTIME_ID] = { CLOCK_BASE_CPU, true, false },
    [CLOCK_THREAD_CPUTIME_ID] = { CLOCK_BASE_CPU, true, false },
    [CLOCK_MONOTONIC_RAW] = { CLOCK_BASE_BOOT, false, false },
    [CLOCK_REALTIME_COARSE] = { CLOCK_BASE_WALL, false, true },
    [CLOCK_MONOTONIC_COARSE] = { CLOCK_BASE_BOOT, false, true },
    [CLOCK_BOOTTIME] = { CLOCK_BASE_BOOT, true, false },
    [CLOCK_TAI] = { CLOCK_BASE_WALL, true, false }, /* as long as none is set */
};

/* A negative number names a process's CPU clock: clock_getcpuclockid(3). */
#define CPU_CLOCK_PID(id) (~(id) >> 3)
#define CPU_CLOCK_KIND 3
enum { CPU_CLOCK_PROF, CPU_CLOCK_VIRT, CPU_CLOCK_SCHED, CPU_CLOCK_NONE };

/* Or it means the clock of an open device, of which there are none. */
static bool clock_id_is_file(int id)
{
    return id < 0 &&
           (id & (CPU_CLOCK_KIND | CPU_CLOCK_THREAD)) == CPU_CLOCK_NONE;
}

static int clock_find_cpu(int id, struct clock *clock)
{
    struct proc *p = proc_named(CPU_CLOCK_PID(id));
    int kind = id & CPU_CLOCK_KIND;

    if (!p || kind == CPU_CLOCK_NONE ||
        (clock_id_is_thread(id) && p != this_proc()))
        return -EINVAL;
    clock->base = kind == CPU_CLOCK_VIRT ? CLOCK_BASE_USER : CLOCK_BASE_CPU;
    clock->proc = p;
    return 0;
}

int clock_find(int id, struct clock *clock)
{
    if (id < 0)
        return clock_find_cpu(id, clock);
    if (id >= (int)ARRAY_LEN(clocks) || clocks[id].base == CLOCK_BASE_NONE)
        return -EINVAL;
    *clock = (struct clock){ clocks[id].base, this_proc() };
    return 0;
}

int clock_find_waitable(int id, struct clock *clock)
{
    int error = clock_find(id, clock);
    if (error == 0 && id >= 0 && !clocks[id].is_waitable)
        return -EOPNOTSUPP;
    return clock_id_is_file(id) ? -EOPNOTSUPP : error;
}

uint64_t clock_read(const struct clock *clock)
{
    if (clock->proc == this_proc() && clock_is_cpu(clock))
        sched_account();
    switch (clock->base) {
    case CLOCK_BASE_WALL:
        return wall_clock_now_ns();
    case CLOCK_BASE_USER:
        return clock->proc->usage.user_ns;
    case CLOCK_BASE_CPU:
        return clock->proc->spent_ns[PROC_RUNNING];
    default:
        return clock_now_ns();
    }
}

uint32_t clock_resolution_ns(int id)
{
    bool is_coarse = id < 0 ? (id & CPU_CLOCK_KIND) != CPU_CLOCK_SCHED
                            : clocks[id].is_coarse;
    return is_coarse ? NS_PER_TICK : 1;
}

/* ---- Setting and waiting -------------------------------------------------- */

static struct waitq wall_sleepers = WAITQ_INIT(wall_sleepers);

void clock_set_wall(uint64_t ns)
{
    wall_clock_set(ns);
    itimer_wall_was_set();
    waitq_wake(&wall_sleepers);
}

long clock_sleep(struct restart *restart)
{
    struct clock clock;
    uint64_t now;
    int error;

    do {
        error = clock_find(restart->clock_id, &clock);
        if (error < 0)
            return error; /* its process has gone */
        now = clock_read(&clock);
        if (now >= restart->until_ns)
            return 0;
        /* CPU time has no alarm for a sleeper: it looks at every tick. */
        tick_t tick = clock_is_cpu(&clock) ? tick_now() + 1
                                           : tick_after(restart->until_ns - now);
        error = waitq_sleep(&wall_sleepers, SLEEP_INTERRUPTIBLE, "nanosleep",
                            tick);
    } while (error != -ERESTARTSYS);
    if (restart->is_absolute)
        return -ERESTARTNOHAND;

    now = clock_read(&clock);
    uint64_t left = restart->until_ns > now ? restart->until_ns - now : 0;
    if (restart->remain &&
        time_put(restart->remain, restart->form, left) < 0)
        return -EFAULT;
    this_proc()->restart = *restart;
    return -ERESTARTBLOCK;
}
