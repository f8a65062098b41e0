/* SPDX-License-Identifier: MIT */
/*
 * A negative clock number names a process's CPU clock, or the clock of an open
 * device (clock_getcpuclockid(3), clock_getres(2)). The times that a call is given
 * are looked at before the process; a device that cannot be slept by comes first.
 */
#include "tap.h"

#include "raw.h"

/* As <linux/posix-timers.h> makes them. */
#define CLOCK_OF(pid, kind) (((int)(~(unsigned)(pid) << 3)) | (kind))
enum { VIRTUAL = 1, SCHED = 2, FILE_CLOCK = 3, THREAD = 4, NOBODY = 99999999 };

static const struct {
    int clock, sleeps, sleeps_by_bad_pointer, sleeps_badly, gets, creates;
    const char *what;
} rows[] = {
    {CLOCK_OF(0, SCHED), 0, -EFAULT, -EINVAL, 0, 0, "one's own"},
    {CLOCK_OF(0, VIRTUAL), 0, -EFAULT, -EINVAL, 0, 0, "one's own in user mode"},
    {CLOCK_OF(0, SCHED | THREAD), -EINVAL, -EFAULT, -EINVAL, 0, 0, "the thread's"},
    {CLOCK_OF(NOBODY, SCHED), -EINVAL, -EFAULT, -EINVAL, -EINVAL, -EINVAL,
     "nobody's"},
    {CLOCK_OF(0, FILE_CLOCK | THREAD), -EINVAL, -EFAULT, -EINVAL, -EINVAL, -EINVAL,
     "of no kind"},
    {CLOCK_OF(0, FILE_CLOCK), -EOPNOTSUPP, -EOPNOTSUPP, -EOPNOTSUPP, -EINVAL,
     -EOPNOTSUPP, "a file's that is no device"},
};

enum { ROWS = sizeof rows / sizeof rows[0], CHECKS = 6 };

int main(void)
{
    const struct timespec none = {0, 0}, bad = {0, -1};
    struct timespec now;
    int timer;

    plan(ROWS * CHECKS);
    for (int i = 0; i < ROWS; i++) {
        int clock = rows[i].clock;

        is(raw_call(SYS_clock_nanosleep, clock, 0, (long)&none), rows[i].sleeps,
           rows[i].what);
        is(raw_call(SYS_clock_nanosleep, clock, 0, 1), rows[i].sleeps_by_bad_pointer,
           "sleep, a bad pointer");
        is(raw_call(SYS_clock_nanosleep, clock, 0, (long)&bad), rows[i].sleeps_badly,
           "sleep, no time");
        is(raw_call(SYS_clock_gettime, clock, (long)&now, 0), rows[i].gets, "get");
        is(raw_call(SYS_clock_settime, clock, 1, 0), -EFAULT, "set, a bad pointer");
        is(raw_call(SYS_timer_create, clock, 0, (long)&timer), rows[i].creates,
           "a timer");
    }
    return done();
}
