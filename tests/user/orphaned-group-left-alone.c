/* SPDX-License-Identifier: MIT */
/*
 * A group that is orphaned while no member is stopped hears nothing of it (exit(3p),
 * "Consequences"); and a parent in the same group is nobody who could continue it,
 * so that the terminal's stop signals do nothing there (sigaction(3p)).
 */
#include "tap.h"

static volatile sig_atomic_t signals;

static void on_signal(int sig)
{
    (void)sig;
    signals++;
}

/* In a group of its own, until its parent has gone. */
static int grandchild_runs(const int *told, pid_t parent)
{
    char answer;

    handle(SIGHUP, on_signal, 0);
    handle(SIGCONT, on_signal, 0);
    expect(setpgid(0, 0) == 0);
    expect(write(told[1], "r", 1) == 1);
    expect(wait_until(getppid() != parent));
    answer = signals ? 's' : '-';
    expect(write(told[1], &answer, 1) == 1);
    return 0;
}

static int child_starts_it_and_ends(void *arg)
{
    const int *told = arg;
    pid_t self = getpid();
    char ready;

    expect(setpgid(0, 0) == 0);
    if (fork() == 0)
        _exit(grandchild_runs(told, self));
    expect(read(told[0], &ready, 1) == 1);
    return 0;
}

static int child_may_be_stopped(void *unused)
{
    (void)unused;
    raise(SIGTSTP);
    raise(SIGTTIN);
    return 8;
}

static int child_leads_a_session(void *unused)
{
    int status;
    pid_t pid;

    (void)unused;
    expect(setsid() == getpid());
    pid = child_start(child_may_be_stopped, NULL);
    expect(waitpid(pid, &status, WUNTRACED) == pid);
    if (WIFSTOPPED(status))
        child_kill(pid);
    return exited_with(status, 8) ? 0 : 1;
}

int main(void)
{
    int told[2];
    char answer = '?';

    plan(3);
    must(pipe(told));
    ok(exited_with(child_run(child_starts_it_and_ends, told), 0),
       "a parent ends while its child runs");
    ok(read(told[0], &answer, 1) == 1 && answer == '-',
       "the child's group gets no signal");
    ok(exited_with(child_run(child_leads_a_session, NULL), 0),
       "a parent in the group controls nobody");
    return done();
}
