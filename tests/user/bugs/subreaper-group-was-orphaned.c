/* SPDX-License-Identifier: MIT */
/*
 * When a process ended, its children's groups, and its own, were taken for orphaned
 * though the children came to a subreaper of the session, which can do job control
 * for them: a stopped one got SIGHUP and SIGCONT.
 */
#include "tap.h"

#include <sys/prctl.h>

enum { SET_SUBREAPER = 36, WAS_HUNG_UP = 7, WAS_NOT = 8 };

static volatile sig_atomic_t was_hung_up;
static int stopped_pid[2];

static void on_hup(int sig)
{
    (void)sig;
    was_hung_up = 1;
}

/* Its parent ends while it is stopped, in a group of its own if HAS_GROUP. */
static int child_leaves_stopped(bool has_group, bool has_session)
{
    pid_t pid;

    if (has_session)
        expect(setsid() == getpid());
    if (!has_group)
        expect(setpgid(0, 0) == 0);
    pid = fork();
    if (pid == 0) {
        handle(SIGHUP, on_hup, 0);
        if (has_group)
            expect(setpgid(0, 0) == 0);
        raise(SIGSTOP);
        _exit(was_hung_up ? WAS_HUNG_UP : WAS_NOT);
    }
    expect(waitpid(pid, NULL, WUNTRACED) == pid);
    expect(write(stopped_pid[1], &pid, sizeof pid) == sizeof pid);
    return 0;
}

/* Returns: with what status the stopped one ends when it is continued. */
static int orphan_status(bool has_group, bool has_session)
{
    pid_t child = fork(), pid;
    int status;

    if (child == 0)
        _exit(child_leaves_stopped(has_group, has_session));
    child_wait(child);
    must(read(stopped_pid[0], &pid, sizeof pid));
    must(kill(pid, SIGCONT));
    status = child_wait(pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int main(void)
{
    plan(3);
    must(pipe(stopped_pid));
    must(prctl(SET_SUBREAPER, 1UL, 0UL, 0UL, 0UL));
    is(orphan_status(true, false), WAS_NOT, "its parent ended: it has another");
    is(orphan_status(false, false), WAS_NOT, "the group's leader ended: the same");
    is(orphan_status(true, true), WAS_HUNG_UP, "one of another session is none");
    return done();
}
