/* SPDX-License-Identifier: MIT */
/*
 * A child that ends or stops sends SIGCHLD, but waitpid() tells about it all
 * the same: what it waits for has happened.  It once failed with EINTR when
 * SIGCHLD had a handler without SA_RESTART.
 */
#include "tap.h"

static volatile sig_atomic_t count;

static void on_child(int sig)
{
    (void)sig;
    count++;
}

static int child_stops(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    raise(SIGSTOP);
    return TAP_CHILD_FAILED;
}

static int child_ends(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    expect(wait_until(is_asleep(parent)));
    return 5;
}

int main(void)
{
    int status = 0;
    pid_t child;

    plan(5);
    handle(SIGCHLD, on_child, 0);
    child = child_start(child_stops, NULL);
    is(waitpid(child, &status, WUNTRACED), child, "a stop is told");
    ok(WIFSTOPPED(status), "as one");
    child_kill(child);
    count = 0;
    child = child_start(child_ends, NULL);
    is(waitpid(child, &status, 0), child, "so is the end");
    ok(exited_with(status, 5), "with its status");
    is(count, 1, "and the handler has run");
    return done();
}
