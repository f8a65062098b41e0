/* SPDX-License-Identifier: MIT */
/*
 * Results that the kernel stores by itself, of pipe(2), wait(2), stat(2),
 * clock_gettime(2), sigprocmask(2), into memory shared after fork() reach
 * only the caller.
 */
#include "tap.h"

static struct {
    int fds[2];
    int status;
    struct stat attributes;
    struct timespec clock;
    sigset_t mask;
} page __attribute__((aligned(4096)));

static int child_gets_results(void *unused)
{
    pid_t pid = fork();

    (void)unused;
    if (pid == 0)
        _exit(42);
    expect(pipe(page.fds) == 0 && page.fds[0] > 2 && page.fds[1] > 2);
    expect(waitpid(pid, &page.status, 0) == pid);
    expect(exited_with(page.status, 42));
    expect(stat("/", &page.attributes) == 0);
    expect(S_ISDIR(page.attributes.st_mode));
    expect(clock_gettime(CLOCK_MONOTONIC, &page.clock) == 0);
    expect(page.clock.tv_sec != -1);
    expect(sigprocmask(SIG_BLOCK, NULL, &page.mask) == 0);
    return 0;
}

int main(void)
{
    plan(6);
    memset(&page, 0xff, sizeof page);
    ok(exited_with(child_run(child_gets_results, NULL), 0),
       "the child gets its results");
    ok(page.fds[0] == -1 && page.fds[1] == -1, "no pipe in the parent's");
    is(page.status, -1, "no wait status in the parent's");
    is((int)page.attributes.st_mode, -1, "no attributes in the parent's");
    ok(page.clock.tv_sec == -1 && page.clock.tv_nsec == -1,
       "no time in the parent's");
    is(*(unsigned char *)&page.mask, 0xff, "no mask in the parent's");
    return done();
}
