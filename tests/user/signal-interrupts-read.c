/* SPDX-License-Identifier: MIT */
/*
 * A handler without SA_RESTART makes a waiting read(), write(), wait() or
 * pause() return EINTR; nothing was transferred (signal(7)).
 */
#include "tap.h"

static void on_signal(int sig)
{
    (void)sig;
}

static int child_signals(void *arg)
{
    pid_t parent = getppid();

    (void)arg;
    expect(wait_until(is_asleep(parent)));
    expect(kill(parent, SIGUSR1) == 0);
    return 0;
}

int main(void)
{
    static char block[65536];
    int fds[2], n, error;
    pid_t pid, sleeper;
    char c;

    plan(9);
    handle(SIGUSR1, on_signal, 0);
    must(pipe(fds));
    pid = child_start(child_signals, NULL);
    fails(read(fds[0], &c, 1), EINTR, "read of an empty pipe: EINTR");
    ok(exited_with(child_wait(pid), 0), "after it slept");
    must(write(fds[1], block, sizeof block));
    pid = child_start(child_signals, NULL);
    fails(write(fds[1], block, 10), EINTR, "write to a full pipe: EINTR");
    ok(exited_with(child_wait(pid), 0), "after it slept");
    must(read(fds[0], block, 20000));
    pid = child_start(child_signals, NULL);
    n = (int)write(fds[1], block, 40000);
    if (!ok(n > 0 && n <= 20000, "a write that was partly done: the count"))
        diag("returned %d", n);
    child_wait(pid);
    sleeper = child_start(child_pauses, NULL);
    pid = child_start(child_signals, NULL);
    n = (int)waitpid(sleeper, NULL, 0);
    error = errno;
    ok(n == -1 && error == EINTR, "wait: EINTR");
    ok(exited_with(child_wait(pid), 0), "after it slept");
    child_kill(sleeper);
    pid = child_start(child_signals, NULL);
    fails(pause(), EINTR, "pause: EINTR");
    ok(exited_with(child_wait(pid), 0), "after it slept");
    return done();
}
