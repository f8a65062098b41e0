/* SPDX-License-Identifier: MIT */
/*
 * With SA_SIGINFO a handler learns who sent the signal: pid and uid, with
 * SI_USER for kill() and SI_TKILL for tgkill() (sigaction(2)).
 */
#include "tap.h"
#include "raw.h"

static siginfo_t info;
static volatile sig_atomic_t count;

static void on_signal(int sig, siginfo_t *si, void *context)
{
    (void)sig;
    info = *si;
    if (context != NULL)
        count++;
}

static int child_kills_parent(void *unused)
{
    (void)unused;
    return kill(getppid(), SIGUSR1);
}

int main(void)
{
    struct sigaction act;
    pid_t pid;

    plan(10);
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_signal;
    act.sa_flags = SA_SIGINFO | SA_RESTART;
    sigemptyset(&act.sa_mask);
    must(sigaction(SIGUSR1, &act, NULL));
    must(kill(getpid(), SIGUSR1));
    is(info.si_signo, SIGUSR1, "si_signo");
    is(info.si_code, SI_USER, "kill(): SI_USER");
    is(info.si_pid, getpid(), "si_pid is the sender");
    is(info.si_uid, getuid(), "si_uid is its user");
    pid = child_start(child_kills_parent, NULL);
    ok(exited_with(child_wait(pid), 0), "a child sends one");
    is(count, 2, "it arrived");
    is(info.si_pid, pid, "si_pid is the child");
    must(syscall(SYS_tgkill, getpid(), getpid(), SIGUSR1));
    is(info.si_code, SI_TKILL, "tgkill(): SI_TKILL");
    must(syscall(SYS_tkill, getpid(), SIGUSR1));
    is(info.si_code, SI_TKILL, "tkill(): SI_TKILL");
    is(count, 4, "each came with a context");
    return done();
}
