/* SPDX-License-Identifier: MIT */
/*
 * A signal ends a waiting open() of a fifo with EINTR, or with SA_RESTART it
 * goes on waiting (signal(7)).
 */
#include "tap.h"

static void on_signal(int sig)
{
    (void)sig;
}

static int child_is_interrupted(void *flags)
{
    int fd;

    handle(SIGUSR1, on_signal, *(int *)flags);
    fd = open("fifo", O_RDONLY);
    if (*(int *)flags & SA_RESTART)
        expect(fd >= 0);
    else
        expect(fd == -1 && errno == EINTR);
    return 0;
}

int main(void)
{
    int no_flags = 0, restart = SA_RESTART, fd;
    pid_t child;

    plan(5);
    must(mkfifo("fifo", 0644));
    child = child_start(child_is_interrupted, &no_flags);
    ok(wait_until(is_asleep(child)), "a child waits");
    must(kill(child, SIGUSR1));
    ok(exited_with(child_wait(child), 0), "a handler: EINTR");
    child = child_start(child_is_interrupted, &restart);
    ok(wait_until(is_asleep(child)), "another one waits");
    must(kill(child, SIGUSR1));
    fd = open("fifo", O_WRONLY);
    ok(fd >= 0, "a writer finds it waiting still");
    ok(exited_with(child_wait(child), 0), "with SA_RESTART it goes on");
    return done();
}
