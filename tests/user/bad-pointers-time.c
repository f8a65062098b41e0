/* SPDX-License-Identifier: MIT */
/*
 * Every pointer argument of the calls on time, and of those that wait is EFAULT when it is bad
 * (errno(3), the calls' manual pages).
 */
#include "bad-pointers.h"

static const struct row table[] = {
    {"poll array", SYS_poll, OUT, 8, false, {BAD, 1, 0}},
    {"nanosleep request", SYS_nanosleep, IN, 8, false, {BAD, 0}},
    {"clock_gettime time", SYS_clock_gettime, OUT, 8, false, {1, BAD}},
    {"clock_getres time", SYS_clock_getres, OUT, 8, true, {1, BAD}},
    {"clock_gettime64 time", SYS_clock_gettime64, OUT, 16, false, {1, BAD}},
    {"gettimeofday time", SYS_gettimeofday, OUT, 8, true, {BAD, 0}},
    {"time result", SYS_time, OUT, 4, true, {BAD}},
    {"times buffer", SYS_times, OUT, 16, true, {BAD}},
    {"ppoll array", SYS_ppoll, OUT, 8, false, {BAD, 1, GOOD, 0, 8}},
    {"ppoll time", SYS_ppoll, IN, 8, true, {GOOD, 0, BAD, 0, 8}},
    {"ppoll mask", SYS_ppoll, IN, 8, true, {GOOD, 0, 0, BAD, 8}},
    {"_newselect set", SYS__newselect, IN, 4, true, {1, BAD, 0, 0, 0}},
    {"_newselect time", SYS__newselect, IN, 8, true, {0, 0, 0, 0, BAD}},
    {"pselect6 time", SYS_pselect6, IN, 8, true, {0, 0, 0, 0, BAD, 0}},
    {"select arguments", SYS_select, IN, 20, false, {BAD}},
    {"clock_nanosleep request", SYS_clock_nanosleep, IN, 8, false,
     {1, 0, BAD, 0}},
    {"setitimer new", SYS_setitimer, IN, 16, true, {0, BAD, 0}},
    {"setitimer old", SYS_setitimer, OUT, 16, true, {0, GOOD, BAD}},
    {"getitimer now", SYS_getitimer, OUT, 16, false, {0, BAD}},
    {"timer_create event", SYS_timer_create, IN, 16, true, {1, BAD, GOOD}},
    {"timer_create id", SYS_timer_create, OUT, 4, false, {1, 0, BAD}},
    {"sched_rr_get_interval interval", SYS_sched_rr_get_interval, OUT, 8, false,
     {0, BAD}},
};

int main(int argc, char **argv)
{
    return try_bad_pointers(argc, argv, table, sizeof table / sizeof *table);
}
