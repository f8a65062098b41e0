/* SPDX-License-Identifier: MIT */
/*
 * A chain of ten processes joined by pipes passes a stream through to its
 * end, 20 times (pipe(2)).
 */
#include "tap.h"

enum { STAGES = 10, ROUNDS = 20, LENGTH = 20000 };

/* One more process that copies FD, each byte plus one. */
static int stage_add(int fd)
{
    unsigned char block[4096];
    int fds[2];
    ssize_t n;

    must(pipe(fds));
    if (must(fork()) != 0) {
        close(fds[1]);
        close(fd);
        return fds[0];
    }
    close(fds[0]);
    while ((n = read(fd, block, sizeof block)) > 0) {
        for (ssize_t i = 0; i < n; i++)
            block[i]++;
        expect(write(fds[1], block, (size_t)n) == n);
    }
    _exit(0);
}

static int child_writes(void *arg)
{
    static char block[LENGTH];
    int *fds = arg;

    memset(block, 'A', LENGTH);
    expect(write(fds[1], block, LENGTH) == LENGTH);
    return 0;
}

static bool round_is_right(void)
{
    char block[4096];
    int fds[2], fd, total = 0, wrong = 0, good = 0;
    ssize_t n;

    must(pipe(fds));
    child_start(child_writes, fds);
    close(fds[1]);
    fd = fds[0];
    for (int i = 0; i < STAGES; i++)
        fd = stage_add(fd);
    while ((n = read(fd, block, sizeof block)) > 0) {
        for (ssize_t i = 0; i < n; i++)
            wrong += block[i] != 'A' + STAGES;
        total += (int)n;
    }
    close(fd);
    for (int i = 0; i < STAGES + 1; i++) {
        int status = -1;

        wait(&status);
        good += exited_with(status, 0);
    }
    return total == LENGTH && wrong == 0 && good == STAGES + 1;
}

int main(void)
{
    int good = 0;

    plan(1);
    for (int i = 0; i < ROUNDS; i++)
        good += round_is_right();
    is(good, ROUNDS, "each of 20 streams came through ten processes");
    return done();
}
