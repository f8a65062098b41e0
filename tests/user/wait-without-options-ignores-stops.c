/* SPDX-License-Identifier: MIT */
/*
 * Without WUNTRACED a wait does not return for a stop, and a stop that
 * nobody asked about is still reported later (waitpid(2)).
 */
#include "tap.h"

int main(void)
{
    int status;
    pid_t pid = child_start(child_pauses, NULL);

    plan(4);
    must(kill(pid, SIGSTOP));
    ok(wait_until(proc_state(pid) == 'T'), "the child stops");
    is(waitpid(pid, &status, WNOHANG), 0, "a plain wait says nothing of it");
    is(waitpid(pid, &status, WNOHANG | WUNTRACED), pid,
       "WUNTRACED says it even now");
    must(kill(pid, SIGKILL));
    ok(killed_by(child_wait(pid), SIGKILL), "the end is reported");
    return done();
}
