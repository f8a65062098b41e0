/* SPDX-License-Identifier: MIT */
/*
 * A sleeping process that is stopped and continued sleeps on to the time it
 * meant to, without an error (nanosleep(2), restart_syscall(2)).
 */
#include "tap.h"

static int child_sleeps(void *arg)
{
    long ms = *(long *)arg;
    struct timespec request = {ms / 1000, ms % 1000 * 1000000};
    long long start = now_ms();

    expect(nanosleep(&request, NULL) == 0);
    expect(now_ms() - start >= ms);
    return 0;
}

int main(void)
{
    int status;
    long ms = 400;
    pid_t pid;

    plan(3);
    for (;; ms *= 2) { /* longer, if the stop came too late */
        pid = child_start(child_sleeps, &ms);
        wait_until(is_asleep(pid) || proc_state(pid) == 'Z');
        must(kill(pid, SIGSTOP));
        must(waitpid(pid, &status, WUNTRACED));
        if (WIFSTOPPED(status))
            break;
    }
    is(WSTOPSIG(status), SIGSTOP, "it is stopped while it sleeps");
    is(waitpid(pid, &status, WNOHANG), 0, "and has not ended");
    must(kill(pid, SIGCONT));
    ok(exited_with(child_wait(pid), 0), "continued it sleeps to the end");
    return done();
}
