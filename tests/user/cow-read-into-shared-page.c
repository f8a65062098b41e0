/* SPDX-License-Identifier: MIT */
/*
 * A page that is shared after fork() is copied also when it is the kernel
 * that writes into it, for read(2): the other process keeps its own bytes.
 */
#include "tap.h"

enum { SIZE = 3 * 4096 };

static char buffer[SIZE];

static int child_reads(void *arg)
{
    int *fds = arg;

    expect(read(fds[0], buffer + 4090, 12) == 12);
    expect(memcmp(buffer + 4090, "twelve bytes", 12) == 0);
    expect(buffer[4089] == 'a' && buffer[4102] == 'a');
    return 0;
}

int main(void)
{
    char all_a[SIZE];
    int fds[2];

    plan(4);
    must(pipe(fds));
    memset(buffer, 'a', SIZE);
    memset(all_a, 'a', SIZE);
    must(write(fds[1], "twelve bytes", 12));
    ok(exited_with(child_run(child_reads, fds), 0), "the child reads its own");
    ok(memcmp(buffer, all_a, SIZE) == 0, "the parent's page is untouched");
    must(write(fds[1], "hello", 5));
    is(read(fds[0], buffer, 5), 5, "the parent reads after the child's end");
    ok(memcmp(buffer, "hello", 5) == 0, "and gets its bytes");
    return done();
}
