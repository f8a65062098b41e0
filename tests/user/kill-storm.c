/* SPDX-License-Identifier: MIT */
/*
 * SIGKILL ends children at whatever they are doing, 200 times, and leaves
 * nothing of them (kill(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { ROUNDS = 200 };

static int child_is_busy(void *arg)
{
    int fds[2], fd;
    char *memory;
    pid_t pid;

    for (;;) {
        switch (*(int *)arg % 5) {
        case 0:
            pid = fork();
            if (pid == 0)
                _exit(0);
            waitpid(pid, NULL, 0);
            break;
        case 1:
            expect(pipe(fds) == 0 && write(fds[1], "x", 1) == 1);
            close(fds[0]);
            close(fds[1]);
            break;
        case 2:
            memory = mmap(NULL, 40960, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            memset(memory, 1, 40960);
            munmap(memory, 40960);
            break;
        case 3:
            fd = open("storm", O_RDWR | O_CREAT, 0666);
            if (fd >= 0)
                close(fd);
            unlink("storm");
            break;
        default:
            tap_nap();
        }
    }
}

int main(void)
{
    int good = 0;
    pid_t pid;

    plan(1);
    for (int i = 0; i < ROUNDS; i++) {
        pid = child_start(child_is_busy, &i);
        if (i % 4 == 0)
            tap_nap();
        must(kill(pid, SIGKILL));
        good += killed_by(child_wait(pid), SIGKILL);
    }
    is(good, ROUNDS, "200 busy children are ended by SIGKILL");
    return done();
}
