/* SPDX-License-Identifier: MIT */
/*
 * Writing to a pipe that nobody can read is SIGPIPE, and EPIPE where that is
 * ignored; a writer that waits is woken by it (pipe(7)).
 */
#include "tap.h"

static int child_writes(void *arg)
{
    int *fds = arg;

    close(fds[0]);
    return (int)write(fds[1], "x", 1);
}

static int child_fills(void *arg)
{
    static char block[65536];
    int *fds = arg;

    close(fds[0]);
    expect(write(fds[1], block, sizeof block) == (int)sizeof block);
    return (int)write(fds[1], block, 1);
}

int main(void)
{
    int fds[2];
    pid_t pid;

    plan(5);
    must(pipe(fds));
    must(close(fds[0]));
    ok(killed_by(child_run(child_writes, fds), SIGPIPE), "SIGPIPE");
    handle(SIGPIPE, SIG_IGN, 0);
    fails(write(fds[1], "x", 1), EPIPE, "ignored: EPIPE");
    is(write(fds[1], "", 0), 0, "writing nothing is no error");
    handle(SIGPIPE, SIG_DFL, 0);
    must(close(fds[1]));
    must(pipe(fds));
    pid = child_start(child_fills, fds);
    ok(wait_until(is_asleep(pid)), "a writer waits for room");
    must(close(fds[0]));
    ok(killed_by(child_wait(pid), SIGPIPE), "the last reader's end wakes it");
    return done();
}
