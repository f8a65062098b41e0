/* SPDX-License-Identifier: MIT */
/*
 * SIGCONT discards pending stop signals and a stop signal a pending SIGCONT; a
 * handler of SIGCONT runs when the process goes on (signal(7), kill(3p)).
 */
#include "tap.h"

static volatile sig_atomic_t continued;

static void on_cont(int sig)
{
    (void)sig;
    continued = 1;
}

static int child_stops(void *unused)
{
    sigset_t set;

    (void)unused;
    setpgid(0, 0);
    handle(SIGCONT, on_cont, 0);
    mask_one(SIG_BLOCK, SIGTSTP);
    expect(raise(SIGTSTP) == 0);
    expect(sigpending(&set) == 0 && sigismember(&set, SIGTSTP) == 1);
    expect(raise(SIGCONT) == 0);
    expect(continued == 1);
    expect(sigpending(&set) == 0 && sigismember(&set, SIGTSTP) == 0);
    mask_one(SIG_BLOCK, SIGCONT);
    continued = 0;
    expect(raise(SIGSTOP) == 0);
    expect(continued == 0);
    expect(sigpending(&set) == 0 && sigismember(&set, SIGCONT) == 1);
    expect(raise(SIGTSTP) == 0);
    expect(sigpending(&set) == 0 && sigismember(&set, SIGCONT) == 0);
    expect(raise(SIGCONT) == 0);
    mask_one(SIG_UNBLOCK, SIGCONT);
    expect(continued == 1);
    return 0;
}

int main(void)
{
    int status;
    pid_t pid;

    plan(3);
    pid = child_start(child_stops, NULL);
    is(waitpid(pid, &status, WUNTRACED), pid, "the child stops");
    ok(WIFSTOPPED(status) && WSTOPSIG(status) == SIGSTOP, "by SIGSTOP alone");
    must(kill(pid, SIGCONT));
    ok(exited_with(child_wait(pid), 0),
       "a blocked SIGCONT continues it all the same");
    return done();
}
