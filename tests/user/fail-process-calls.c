/* SPDX-License-Identifier: MIT */
/*
 * Calls that make processes, when memory runs out at each allocation in turn:
 * there is an error and no child, or a child.  Needs /proc/self/fail-nth to be of
 * use.
 */
#include "tap.h"

#include "failnth.h"

static long call_fork(void)
{
    pid_t pid = fork();

    if (pid == 0)
        _exit(7);
    return pid;
}

static void reap(long pid)
{
    if (!exited_with(child_wait((pid_t)pid), 7))
        tap_bail("the child's status");
}

/* The child asks for memory itself: it runs as far as exec lets it. */
static long call_exec(void)
{
    int status;
    pid_t pid = fork();

    if (pid == 0) {
        char name[] = "true", *argv[] = {name, NULL};

        close(fail_fd);
        fail_fd = open("/proc/self/fail-nth", O_RDWR | O_CLOEXEC);
        for (int nth = 1; nth < FAIL_MOST; nth++) {
            fail_arm(nth);
            execv("/bin/true", argv);
            if (!fail_is_memory_error(errno))
                _exit(TAP_CHILD_FAILED);
        }
        _exit(TAP_CHILD_FAILED);
    }
    if (pid == -1)
        return -1;
    status = child_wait(pid);
    if (exited_with(status, 0))
        return 0;
    errno = EIO;
    return -1;
}

static long call_vfork(void)
{
    pid_t pid = vfork();

    if (pid == 0)
        _exit(7);
    return pid;
}

static const struct fail_case cases[] = {
    {"fork", call_fork, reap},
    {"vfork", call_vfork, reap},
    {"execve, in a child", call_exec, NULL},
};

int main(void)
{
    enum { CASES = sizeof cases / sizeof *cases };

    plan(CASES + 1);
    fail_check_all(cases, CASES);
    fails(waitpid(-1, NULL, 0), ECHILD, "no child is left");
    return done();
}
