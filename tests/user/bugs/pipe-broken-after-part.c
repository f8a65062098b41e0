/* SPDX-License-Identifier: MIT */
/*
 * When the last reader goes while a writer waits with a part written, the write
 * gives the length of that part; it used to do so without posting SIGPIPE.
 */
#include "tap.h"

#include <sys/uio.h>

#define CAPACITY 65536

static char block[2 * CAPACITY];
static volatile sig_atomic_t count;

static void on_pipe(int sig)
{
    (void)sig;
    count++;
}

static int child_writes(void *arg)
{
    int *fds = arg;

    close(fds[0]);
    handle(SIGPIPE, on_pipe, 0);
    expect(write(fds[1], block, sizeof block) == CAPACITY);
    return (int)count;
}

static int child_writes_vectors(void *arg)
{
    int *fds = arg;
    struct iovec v[2] = { { block, CAPACITY }, { block, 1 } };

    close(fds[0]);
    handle(SIGPIPE, on_pipe, 0);
    expect(writev(fds[1], v, 2) == CAPACITY);
    return (int)count;
}

static void check(int (*child)(void *), const char *what)
{
    int fds[2];

    must(pipe(fds));
    pid_t pid = child_start(child, fds);
    must(close(fds[1]));
    expect(wait_until(is_asleep(pid)));
    must(close(fds[0]));
    ok(exited_with(child_wait(pid), 1), what);
}

int main(void)
{
    int fds[2];

    plan(4);
    check(child_writes, "write: a part, and one SIGPIPE");
    check(child_writes_vectors, "writev: a part, and one SIGPIPE");
    must(pipe(fds));
    handle(SIGPIPE, on_pipe, 0);
    must(fcntl(fds[1], F_SETFL, O_NONBLOCK));
    is(write(fds[1], block, sizeof block), CAPACITY, "a part for want of room");
    is(count, 0, "is no broken pipe");
    return done();
}
