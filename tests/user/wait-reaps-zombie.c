/* SPDX-License-Identifier: MIT */
/*
 * A child that has ended is a zombie, state Z in /proc, until its parent
 * waits; kill() still finds it, and after the wait it is gone (wait(2)).
 */
#include "tap.h"

static int child_ends(void *unused)
{
    (void)unused;
    return 6;
}

int main(void)
{
    char path[64], text[64];
    int status;
    pid_t pid = child_start(child_ends, NULL);

    plan(8);
    ok(wait_until(proc_state(pid) == 'Z'), "the ended child's state is Z");
    is(kill(pid, 0), 0, "kill() with signal 0 still finds it");
    is(kill(pid, SIGKILL), 0, "SIGKILL to it is no error");
    snprintf(path, sizeof path, "/proc/%d/cmdline", (int)pid);
    is(file_read(path, text, sizeof text), 0, "its cmdline is empty");
    is(waitpid(pid, &status, 0), pid, "wait returns it");
    ok(exited_with(status, 6), "with the status it exited with");
    fails(kill(pid, 0), ESRCH, "then there is no such process");
    fails(waitpid(pid, &status, 0), ECHILD, "and no such child");
    return done();
}
