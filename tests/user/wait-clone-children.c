/* SPDX-License-Identifier: MIT */
/*
 * A child whose exit signal is not SIGCHLD is waited for with __WCLONE or
 * __WALL alone; at its end the parent gets that signal (clone(2), wait(2)).
 */
#include "tap.h"
#include "raw.h"

#ifndef __WCLONE
#define __WCLONE ((int)0x80000000)
#endif
#ifndef __WALL
#define __WALL 0x40000000
#endif

static volatile sig_atomic_t got_usr1, got_chld;

static void note(int sig)
{
    if (sig == SIGUSR1)
        got_usr1++;
    else
        got_chld++;
}

static pid_t clone_exits(int exit_signal)
{
    pid_t pid = (pid_t)syscall(SYS_clone, exit_signal, 0, 0, 0, 0);

    if (pid == 0)
        _exit(3);
    return pid;
}

int main(void)
{
    int status;
    pid_t pid;

    plan(14);
    handle(SIGUSR1, note, SA_RESTART);
    handle(SIGCHLD, note, SA_RESTART);

    pid = clone_exits(SIGUSR1);
    is(waitpid(pid, &status, __WCLONE), pid, "__WCLONE finds it");
    ok(exited_with(status, 3), "with its status");
    is(got_usr1, 1, "its end sent SIGUSR1");
    is(got_chld, 0, "and not SIGCHLD");

    pid = clone_exits(0);
    fails(waitpid(pid, &status, 0), ECHILD, "a plain wait does not see it");
    fails(waitpid(-1, &status, 0), ECHILD, "nor does one for any child");
    is(waitpid(-1, &status, __WALL), pid, "__WALL finds it");
    ok(got_usr1 == 1 && got_chld == 0, "exit signal 0 sends none");

    pid = clone_exits(SIGCHLD);
    fails(waitpid(pid, &status, __WCLONE), ECHILD,
          "__WCLONE does not see a plain child");
    is(waitpid(pid, &status, __WALL), pid, "__WALL does");
    is(got_chld, 1, "its end sent SIGCHLD");

    handle(SIGCHLD, SIG_IGN, 0);
    pid = clone_exits(SIGUSR1);
    is(waitpid(pid, &status, __WCLONE), pid,
       "SIGCHLD ignored: the odd child stays a zombie");
    is(got_usr1, 2, "and sends its signal");
    pid = clone_exits(SIGCHLD);
    fails(waitpid(pid, &status, __WALL), ECHILD, "the plain one does not");
    return done();
}
