/* SPDX-License-Identifier: MIT */
/*
 * With SA_RESTART a read(), write() or wait() that a handler interrupted
 * goes on waiting; pause() and poll() never do (signal(7)).
 */
#include "tap.h"

#include <poll.h>

static volatile sig_atomic_t count;
static int data[2];

static void on_signal(int sig)
{
    (void)sig;
    count++;
}

/* Three signals, each when the parent sleeps, then what it waits for. */
static int child_signals_then_writes(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    for (int i = 0; i < 3; i++) {
        expect(wait_until(is_asleep(parent)));
        expect(kill(parent, SIGUSR1) == 0);
    }
    expect(wait_until(is_asleep(parent)));
    expect(write(data[1], "data", 4) == 4);
    return 0;
}

static int child_signals(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    expect(kill(parent, SIGUSR1) == 0);
    return 17;
}

int main(void)
{
    struct pollfd waited;
    char text[8] = "";
    pid_t pid, got;
    int status;

    plan(10);
    must(pipe(data));
    handle(SIGUSR1, on_signal, SA_RESTART);
    pid = child_start(child_signals_then_writes, NULL);
    is(read(data[0], text, sizeof text), 4, "read goes on to the data");
    is_str(text, "data", "and gets it");
    ok(count >= 1 && count <= 3, "though handlers ran");
    ok(exited_with(child_wait(pid), 0), "the writer found us asleep");
    count = 0;
    pid = child_start(child_signals, NULL);
    got = waitpid(pid, &status, 0);
    is(got, pid, "wait goes on to the child's end");
    ok(exited_with(status, 17), "with its status");
    is(count, 1, "though a handler ran");
    pid = child_start(child_signals, NULL);
    fails(pause(), EINTR, "pause does not go on");
    child_wait(pid);
    waited.fd = data[0];
    waited.events = POLLIN;
    pid = child_start(child_signals, NULL);
    fails(poll(&waited, 1, -1), EINTR, "nor does poll");
    child_wait(pid);
    is(count, 3, "each after its handler");
    return done();
}
