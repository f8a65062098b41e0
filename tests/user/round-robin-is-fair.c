/* SPDX-License-Identifier: MIT */
/*
 * Processes that only compute share the CPU about evenly, and one that
 * sleeps and wakes is not shut out (sched(7)).
 */
#include "tap.h"

enum { SPINNERS = 6, NEEDED_TICKS = 60 };

static int child_spins(void *unused)
{
    volatile unsigned long turns = 0;

    while (unused == NULL)
        turns++;
    return (int)turns;
}

static long ticks_of(pid_t pid)
{
    return proc_stat_field(pid, 14) + proc_stat_field(pid, 15);
}

int main(void)
{
    pid_t pid[SPINNERS];
    long ticks, sum = 0, least = 1000000, most = 0;

    plan(3);
    for (int i = 0; i < SPINNERS; i++)
        pid[i] = child_start(child_spins, NULL);
    ok(wait_until(ticks_of(pid[0]) >= NEEDED_TICKS), "the sleeper still runs");
    for (int i = 0; i < SPINNERS; i++) {
        ticks = ticks_of(pid[i]);
        sum += ticks;
        least = ticks < least ? ticks : least;
        most = ticks > most ? ticks : most;
    }
    if (!ok(least * 3 >= most, "none has three times another's time"))
        diag("least %ld, most %ld", least, most);
    ok(sum >= SPINNERS * NEEDED_TICKS / 3, "all have run");
    for (int i = 0; i < SPINNERS; i++)
        child_kill(pid[i]);
    return done();
}
