/* SPDX-License-Identifier: MIT */
/*
 * A sleep of clock_nanosleep(), for a time or to a time, that is stopped and
 * continued goes on to its end without an error (clock_nanosleep(2)).
 */
#include "tap.h"

#include "raw.h"

enum { FIRST_MS = 400, MS_NS = 1000000, SECOND_NS = 1000000000 };

static const struct {
    const char *what;
    int flags;
    bool is_wide;
} kinds[] = {
    {"for a time", 0, false},
    {"for a time of 64 bits", 0, true},
    {"to a time", TIMER_ABSTIME, false},
    {"to a time of 64 bits", TIMER_ABSTIME, true},
};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

static int kind;
static long ms;

static int child_sleeps(void *unused)
{
    struct timespec request = {0, 0}, left = {-7, 0};
    long long wide[2], wide_left[2] = {-7, 0}, start = now_ms();
    long ns;

    (void)unused;
    if (kinds[kind].flags)
        expect(clock_gettime(CLOCK_MONOTONIC, &request) == 0);
    ns = request.tv_nsec + ms % 1000 * MS_NS;
    request.tv_sec += ms / 1000 + ns / SECOND_NS;
    request.tv_nsec = ns % SECOND_NS;
    wide[0] = request.tv_sec;
    wide[1] = request.tv_nsec;
    if (kinds[kind].is_wide)
        expect(syscall(SYS_clock_nanosleep_time64, CLOCK_MONOTONIC,
                       kinds[kind].flags, wide, wide_left) == 0);
    else
        expect(clock_nanosleep(CLOCK_MONOTONIC, kinds[kind].flags, &request,
                               &left) == 0);
    expect(now_ms() - start >= ms);
    return 0;
}

/* Stops a child in its sleep. */
static pid_t stop_sleeper(void)
{
    int status;
    pid_t pid;

    for (ms = FIRST_MS;; ms *= 2) { /* longer, if the stop came too late */
        pid = child_start(child_sleeps, NULL);
        wait_until(is_asleep(pid) || proc_state(pid) == 'Z');
        must(kill(pid, SIGSTOP));
        must(waitpid(pid, &status, WUNTRACED));
        if (WIFSTOPPED(status))
            return pid;
    }
}

int main(void)
{
    plan(KINDS);
    for (kind = 0; kind < KINDS; kind++) {
        pid_t pid = stop_sleeper();

        must(kill(pid, SIGCONT));
        ok(exited_with(child_wait(pid), 0), kinds[kind].what);
    }
    return done();
}
