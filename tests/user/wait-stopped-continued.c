/* SPDX-License-Identifier: MIT */
/*
 * WUNTRACED and WCONTINUED report a child's stop and its going on, each once
 * (waitpid(2)); a stopped process has state T.
 */
#include "tap.h"

int main(void)
{
    int status;
    pid_t pid = child_start(child_pauses, NULL);

    plan(15);
    must(kill(pid, SIGSTOP));
    is(waitpid(pid, &status, WUNTRACED), pid, "the stop is reported");
    is(status, SIGSTOP << 8 | 0x7f, "as 0x137f");
    is(proc_state(pid), 'T', "its state is T");
    is(waitpid(pid, &status, WUNTRACED | WNOHANG), 0, "only once");
    must(kill(pid, SIGTERM));
    is(proc_state(pid), 'T', "SIGTERM leaves it stopped");
    must(kill(pid, SIGSTOP));
    is(waitpid(pid, &status, WUNTRACED | WNOHANG), 0,
       "a stop of the stopped is no news");
    must(kill(pid, SIGCONT));
    is(waitpid(pid, &status, 0), pid, "after SIGCONT it ends");
    ok(killed_by(status, SIGTERM), "by the SIGTERM that was pending");
    pid = child_start(child_pauses, NULL);
    must(setpgid(pid, pid)); /* a parent outside: not an orphaned group */
    must(kill(pid, SIGTSTP));
    is(waitpid(pid, &status, WUNTRACED), pid, "SIGTSTP stops, too");
    is(WSTOPSIG(status), SIGTSTP, "and is named in the status");
    must(kill(pid, SIGCONT));
    is(waitpid(pid, &status, WCONTINUED), pid, "going on is reported");
    is(status, 0xffff, "as 0xffff");
    is(waitpid(pid, &status, WCONTINUED | WNOHANG), 0, "only once");
    must(kill(pid, SIGSTOP));
    must(waitpid(pid, &status, WUNTRACED));
    must(kill(pid, SIGKILL));
    is(waitpid(pid, &status, 0), pid, "SIGKILL ends even a stopped process");
    ok(killed_by(status, SIGKILL), "by signal 9");
    return done();
}
