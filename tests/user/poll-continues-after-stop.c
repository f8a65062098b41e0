/* SPDX-License-Identifier: MIT */
/*
 * poll(), ppoll() and select() go on after a stop as if nothing had been, and
 * their time is over when it would have been (signal(7)).
 */
#include "tap.h"
#include <poll.h>
#include <sys/select.h>
#include <sys/time.h>

enum { WAIT_MS = 200 };

static int child_polls(void *unused)
{
    (void)unused;
    return poll(NULL, 0, WAIT_MS) != 0;
}

static int child_ppolls(void *unused)
{
    struct timespec time = {0, WAIT_MS * 1000000L};

    (void)unused;
    return ppoll(NULL, 0, &time, NULL) != 0;
}

static int child_selects(void *unused)
{
    struct timeval time = {0, WAIT_MS * 1000L};

    (void)unused;
    return select(0, NULL, NULL, NULL, &time) != 0;
}

static void try_stop(int (*body)(void *), const char *name)
{
    long long start = now_ms();
    pid_t child = child_start(body, NULL);
    int status;

    must(kill(child, SIGSTOP));
    must(waitpid(child, &status, WUNTRACED));
    ok(WIFSTOPPED(status), name);
    must(kill(child, SIGCONT));
    ok(exited_with(child_wait(child), 0), "it ends as usual");
    ok(now_ms() - start >= WAIT_MS - 1, "and not too early");
}

int main(void)
{
    plan(9);
    try_stop(child_polls, "poll() is stopped");
    try_stop(child_ppolls, "ppoll() is stopped");
    try_stop(child_selects, "select() is stopped");
    return done();
}
