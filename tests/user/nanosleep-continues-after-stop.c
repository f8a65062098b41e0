/* SPDX-License-Identifier: MIT */
/*
 * A sleeping process that is stopped and continued sleeps on to the time it
 * meant to, without an error (nanosleep(2), restart_syscall(2)).
 */
#include "tap.h"

static int child_sleeps(void *unused)
{
    struct timespec request = {0, 400000000};
    long long start = now_ms();

    (void)unused;
    expect(nanosleep(&request, NULL) == 0);
    expect(now_ms() - start >= 400);
    return 0;
}

int main(void)
{
    int status;
    pid_t pid = child_start(child_sleeps, NULL);

    plan(3);
    ok(wait_until(is_asleep(pid)), "it sleeps");
    must(kill(pid, SIGSTOP));
    is(waitpid(pid, &status, WUNTRACED), pid, "it is stopped");
    must(kill(pid, SIGCONT));
    ok(exited_with(child_wait(pid), 0), "continued it sleeps to the end");
    return done();
}
