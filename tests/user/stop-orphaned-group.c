/* SPDX-License-Identifier: MIT */
/*
 * The stop signals of a terminal do not stop a member of an orphaned process
 * group, for nobody could continue it; SIGSTOP does (sigaction(3p),
 * "orphaned process group").
 */
#include "tap.h"

static int child_leads_a_session(void *unused)
{
    (void)unused;
    expect(setsid() != -1);
    raise(SIGTSTP);
    raise(SIGTTIN);
    raise(SIGTTOU);
    return 8;
}

static int child_stops_for_good(void *unused)
{
    (void)unused;
    expect(setsid() != -1);
    raise(SIGSTOP);
    return 9;
}

int main(void)
{
    int status;
    pid_t pid;

    plan(4);
    pid = child_start(child_leads_a_session, NULL);
    is(waitpid(pid, &status, WUNTRACED), pid, "a session of its own");
    ok(exited_with(status, 8), "is not stopped from a terminal");
    pid = child_start(child_stops_for_good, NULL);
    must(waitpid(pid, &status, WUNTRACED));
    ok(WIFSTOPPED(status), "SIGSTOP stops it");
    must(kill(pid, SIGCONT));
    ok(exited_with(child_wait(pid), 9), "and SIGCONT continues it");
    return done();
}
