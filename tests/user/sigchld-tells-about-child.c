/* SPDX-License-Identifier: MIT */
/*
 * SIGCHLD comes when a child ends, stops or continues, and its siginfo says
 * which child, how and with what status (sigaction(2)).
 */
#include "tap.h"

static siginfo_t info;
static volatile sig_atomic_t count;

static void on_child(int sig, siginfo_t *si, void *context)
{
    (void)sig;
    (void)context;
    info = *si;
    count++;
}

static int child_exits(void *unused)
{
    (void)unused;
    return 23;
}

/* Waits for the next SIGCHLD, which is blocked outside. */
static void chld_await(void)
{
    sigset_t set;

    sigprocmask(SIG_BLOCK, NULL, &set);
    sigdelset(&set, SIGCHLD);
    sigsuspend(&set);
}

int main(void)
{
    struct sigaction act;
    int status;
    pid_t pid;

    plan(16);
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_child;
    act.sa_flags = SA_SIGINFO;
    sigemptyset(&act.sa_mask);
    must(sigaction(SIGCHLD, &act, NULL));
    mask_one(SIG_BLOCK, SIGCHLD);
    pid = child_start(child_exits, NULL);
    chld_await();
    is(info.si_signo, SIGCHLD, "SIGCHLD for an exit");
    is(info.si_code, CLD_EXITED, "CLD_EXITED");
    is(info.si_pid, pid, "si_pid is the child");
    is(info.si_uid, getuid(), "si_uid is its user");
    is(info.si_status, 23, "si_status is the exit status");
    child_wait(pid);
    pid = child_start(child_pauses, NULL);
    must(kill(pid, SIGSTOP));
    chld_await();
    is(info.si_code, CLD_STOPPED, "CLD_STOPPED");
    is(info.si_status, SIGSTOP, "with the signal");
    must(waitpid(pid, &status, WUNTRACED));
    must(kill(pid, SIGCONT));
    chld_await();
    is(info.si_code, CLD_CONTINUED, "CLD_CONTINUED");
    is(info.si_status, SIGCONT, "with SIGCONT");
    must(kill(pid, SIGTERM));
    chld_await();
    is(info.si_code, CLD_KILLED, "CLD_KILLED");
    is(info.si_status, SIGTERM, "with the signal");
    is(info.si_pid, pid, "of that child");
    is(count, 4, "one signal for each change");
    child_wait(pid);
    act.sa_flags = SA_SIGINFO | SA_NOCLDSTOP;
    must(sigaction(SIGCHLD, &act, NULL));
    pid = child_start(child_pauses, NULL);
    must(kill(pid, SIGSTOP));
    is(waitpid(pid, &status, WUNTRACED), pid, "a stop is waited for");
    must(kill(pid, SIGKILL));
    chld_await();
    is(count, 5, "SA_NOCLDSTOP: no signal for the stop");
    is(info.si_code, CLD_KILLED, "but one for the end");
    child_wait(pid);
    return done();
}
