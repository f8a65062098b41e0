/* SPDX-License-Identifier: MIT */
/*
 * A stop is not reported any more when the child goes on, nor its going on when
 * it is stopped again (wait(2), waitid(2)).
 */
#include "tap.h"

/* Sends SIG to the child PID and waits until it has STATE by it. */
static void child_put(pid_t pid, int sig, int state)
{
    must(kill(pid, sig));
    if (!wait_until(proc_state(pid) == state))
        tap_bail("the child's state");
}

int main(void)
{
    pid_t pid = child_start(child_pauses, NULL);
    siginfo_t info;
    int status;

    plan(6);
    wait_until(is_asleep(pid));
    child_put(pid, SIGSTOP, 'T');
    child_put(pid, SIGCONT, 'S');
    is(waitpid(pid, &status, WUNTRACED | WNOHANG), 0, "no stop: it goes on");
    child_put(pid, SIGSTOP, 'T');
    is(waitpid(pid, &status, WCONTINUED | WNOHANG), 0, "it does not go on");
    is(waitpid(pid, &status, WUNTRACED | WNOHANG), pid, "but has stopped");
    child_put(pid, SIGCONT, 'S');
    info.si_pid = -1;
    is(waitid(P_PID, (id_t)pid, &info, WSTOPPED | WNOHANG), 0,
       "waitid finds no stop");
    is(info.si_pid, 0, "and tells of nobody");
    is(waitpid(pid, &status, WUNTRACED | WCONTINUED | WNOHANG), pid,
       "it goes on");
    child_kill(pid);
    return done();
}
