/* SPDX-License-Identifier: MIT */
/*
 * The time for which a sleeper was stopped counts: what a signal leaves of its
 * sleep afterwards is reckoned from the beginning (nanosleep(2), NOTES).
 */
#include "tap.h"

enum { SLEEP_SECONDS = 1000, STOP_MS = 300 };

static void on_signal(int sig)
{
    (void)sig;
}

static int child_sleeps(void *result)
{
    struct timespec rest = {SLEEP_SECONDS, 0};

    handle(SIGUSR1, on_signal, 0);
    expect(nanosleep(&rest, &rest) == -1 && errno == EINTR);
    expect(write(*(int *)result, &rest, sizeof rest) == sizeof rest);
    return 0;
}

int main(void)
{
    struct timespec rest;
    long long stopped_at, stopped_ms, rest_ms;
    int fds[2], status;
    pid_t pid;

    plan(3);
    must(pipe(fds));
    pid = child_start(child_sleeps, &fds[1]);
    wait_until(is_asleep(pid));
    must(kill(pid, SIGSTOP));
    must(waitpid(pid, &status, WUNTRACED));
    stopped_at = now_ms();
    wait_until(now_ms() - stopped_at > STOP_MS);
    stopped_ms = now_ms() - stopped_at;
    must(kill(pid, SIGCONT));
    ok(wait_until(is_asleep(pid)), "after SIGCONT it sleeps on");
    must(kill(pid, SIGUSR1));
    ok(exited_with(child_wait(pid), 0), "a handler ends the sleep");
    must(read(fds[0], &rest, sizeof rest));
    rest_ms = (long long)rest.tv_sec * 1000 + rest.tv_nsec / 1000000;
    if (!ok(rest_ms <= SLEEP_SECONDS * 1000LL - stopped_ms + 1,
            "the rest is without the time that it was stopped"))
        diag("stopped for %lld ms, the rest is %lld ms", stopped_ms, rest_ms);
    return done();
}
