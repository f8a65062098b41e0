/* SPDX-License-Identifier: MIT */
/*
 * A timer can run on the CPU clock of another process: it expires when that has
 * computed enough, stands still when it ends, and is gone with it
 * (timer_create(2), clock_getcpuclockid(3)).
 */
#include "tap.h"

static volatile sig_atomic_t caught;

static void on_alarm(int sig)
{
    (void)sig;
    caught++;
}

static int child_computes(void *start)
{
    char c;

    expect(read(*(int *)start, &c, 1) == 1);
    for (;;)
        continue;
}

static void wait_for(int count)
{
    sigset_t none;

    sigemptyset(&none);
    while (caught < count)
        sigsuspend(&none);
}

int main(void)
{
    struct itimerspec value = {{0, 20000000}, {0, 30000000}};
    struct timespec used;
    clockid_t clock;
    timer_t timer;
    int fds[2];
    pid_t pid;

    plan(12);
    handle(SIGALRM, on_alarm, 0);
    mask_one(SIG_BLOCK, SIGALRM);
    must(pipe(fds));
    pid = child_start(child_computes, &fds[0]);
    is(clock_getcpuclockid(pid, &clock), 0, "a child's clock");
    is(timer_create(clock, NULL, &timer), 0, "has a timer");
    is(timer_settime(timer, 0, &value, NULL), 0, "which is set");
    must(write(fds[1], "x", 1));
    wait_for(2);
    must(clock_gettime(clock, &used));
    ok(used.tv_sec > 0 || used.tv_nsec >= 50000000, "the child computed so long");

    value.it_value.tv_sec = 100000;
    must(timer_settime(timer, 0, &value, NULL));
    must(kill(pid, SIGKILL));
    wait_until(proc_state(pid) == 'Z');
    is(timer_gettime(timer, &value), 0, "it has ended");
    ok(value.it_value.tv_sec > 0, "and there is time left");
    value.it_value.tv_sec = 100000;
    is(timer_settime(timer, 0, &value, NULL), 0, "it can be set anew");
    child_wait(pid);
    is(timer_gettime(timer, &value), 0, "it was waited for");
    ok(value.it_value.tv_sec == 0 && value.it_value.tv_nsec == 0, "nothing is left");
    fails(timer_settime(timer, 0, &value, NULL), ESRCH, "nor can it be set");
    is(timer_delete(timer), 0, "but deleted");
    fails(timer_create(clock, NULL, &timer), EINVAL, "there is no such clock");
    return done();
}
