/* SPDX-License-Identifier: MIT */
/*
 * The three interval timers of a process: which clock each has, and which signal
 * it sends.
 *
 * Called when a process begins and ends, and by the tick.
 * Read next: sys/sys_timer.c.
 */
#include "time/alarm.h"

#include <asm/time.h>

#include "proc/signal.h"

static const struct {
    enum clock_base base;
    int sig;
} alarms[ALARMS] = {
    [ITIMER_REAL] = { CLOCK_BASE_BOOT, SIGALRM },
    [ITIMER_VIRTUAL] = { CLOCK_BASE_USER, SIGVTALRM },
    [ITIMER_PROF] = { CLOCK_BASE_CPU, SIGPROF },
};

static void alarm_fire(struct itimer *it, uint64_t count)
{
    struct proc *p = it->clock.proc;
    (void)count; /* expirations that were not noticed are one signal */
    signal_post(p, alarms[it - p->alarms].sig, NULL);
}

void alarms_init(struct proc *p)
{
    for (unsigned int i = 0; i < ALARMS; i++) {
        itimer_init(&p->alarms[i], alarm_fire);
        p->alarms[i].clock = (struct clock){ alarms[i].base, p };
    }
}

void alarms_stop(struct proc *p)
{
    for (unsigned int i = 0; i < ALARMS; i++)
        itimer_stop(&p->alarms[i]);
}
