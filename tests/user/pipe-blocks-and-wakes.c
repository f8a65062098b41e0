/* SPDX-License-Identifier: MIT */
/*
 * A reader sleeps until bytes come and a writer until there is room, and a
 * stream longer than the pipe passes through unharmed (pipe(7)).
 */
#include "tap.h"

enum { TOTAL = 300000 };

static unsigned char pattern(int i)
{
    return (unsigned char)(i * 7 + i / 251);
}

static int child_writes(void *arg)
{
    static unsigned char block[TOTAL];
    int *fds = arg;

    close(fds[0]);
    expect(wait_until(is_asleep(getppid())));
    for (int i = 0; i < TOTAL; i++)
        block[i] = pattern(i);
    expect(write(fds[1], block, TOTAL) == TOTAL);
    return 0;
}

static int child_fills(void *arg)
{
    static char block[70000];
    int *fds = arg;

    expect(write(fds[1], block, sizeof block) == (int)sizeof block);
    return 0;
}

int main(void)
{
    static unsigned char block[10000];
    int fds[2], at = 0, n;
    bool is_same = true;
    pid_t pid;

    plan(6);
    must(pipe(fds));
    pid = child_start(child_writes, fds);
    must(close(fds[1]));
    while ((n = (int)read(fds[0], block, sizeof block)) > 0) {
        for (int i = 0; i < n; i++)
            is_same = is_same && block[i] == pattern(at + i);
        at += n;
    }
    is(at, TOTAL, "300000 bytes came");
    ok(is_same, "each as it was");
    ok(exited_with(child_wait(pid), 0), "one write() wrote them all");
    must(close(fds[0]));
    must(pipe(fds));
    pid = child_start(child_fills, fds);
    ok(wait_until(is_asleep(pid)), "a writer sleeps at a full pipe");
    for (at = 0; at < 70000; at += n)
        n = (int)must(read(fds[0], block, sizeof block));
    is(at, 70000, "reading lets it go on");
    ok(exited_with(child_wait(pid), 0), "to the end");
    return done();
}
