/* SPDX-License-Identifier: MIT */
/*
 * tgkill() and tkill() signal one thread: ESRCH when there is none such,
 * EINVAL for numbers that cannot be (tkill(2)).
 */
#include "tap.h"
#include "raw.h"

static volatile sig_atomic_t count;

static void on_signal(int sig)
{
    (void)sig;
    count++;
}

int main(void)
{
    pid_t pid = child_start(child_pauses, NULL);

    plan(7);
    handle(SIGUSR1, on_signal, 0);
    is(syscall(SYS_tgkill, getpid(), getpid(), SIGUSR1), 0, "tgkill");
    is(syscall(SYS_tkill, getpid(), SIGUSR1), 0, "tkill");
    is(count, 2, "both arrive");
    fails(syscall(SYS_tgkill, getpid(), pid, SIGUSR1), ESRCH,
          "another process's thread: ESRCH");
    fails(syscall(SYS_tkill, 0x7ffffff0, SIGUSR1), ESRCH, "none: ESRCH");
    fails(syscall(SYS_tkill, 0, SIGUSR1), EINVAL, "0: EINVAL");
    fails(syscall(SYS_tgkill, -1, pid, 0), EINVAL, "-1: EINVAL");
    child_kill(pid);
    return done();
}
