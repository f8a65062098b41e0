/* SPDX-License-Identifier: MIT */
/*
 * waitid() fills a siginfo with how the child changed: exited, killed, stopped
 * or continued, and with WNOWAIT the report can be had again (waitid(2)).
 */
#include "tap.h"

enum { EXIT_CODE = 7, GARBAGE = 0x5a };

static int child_exits(void *unused)
{
    (void)unused;
    return EXIT_CODE;
}

/* Waits for PID twice, the first time without taking the report. */
static void check(pid_t pid, int options, int code, int status,
                  const char *what)
{
    const char *form = "waitid";

    for (int more = WNOWAIT;; more = 0, form = "again, now taken") {
        siginfo_t info;

        memset(&info, GARBAGE, sizeof info);
        is(waitid(P_PID, (id_t)pid, &info, options | more), 0, form);
        is(info.si_code, code, what);
        is(info.si_status, status, "si_status");
        ok(info.si_signo == SIGCHLD && info.si_errno == 0 &&
               info.si_pid == pid && info.si_uid == getuid(),
           "si_signo, si_errno, si_pid, si_uid");
        if (more == 0)
            return;
    }
}

int main(void)
{
    int any = WEXITED | WSTOPPED | WCONTINUED;
    siginfo_t info;
    pid_t pid;

    plan(36);
    pid = child_start(child_pauses, NULL);
    must(kill(pid, SIGSTOP));
    check(pid, WSTOPPED, CLD_STOPPED, SIGSTOP, "stopped");
    info.si_pid = info.si_signo = 1;
    is(waitid(P_PID, (id_t)pid, &info, any | WNOHANG), 0,
       "WNOHANG with nothing more to report returns 0");
    ok(info.si_pid == 0 && info.si_signo == 0, "with si_pid and si_signo 0");
    must(kill(pid, SIGCONT));
    check(pid, WCONTINUED, CLD_CONTINUED, SIGCONT, "continued");
    must(kill(pid, SIGKILL));
    check(pid, WEXITED, CLD_KILLED, SIGKILL, "killed");
    pid = child_start(child_exits, NULL);
    check(pid, any, CLD_EXITED, EXIT_CODE, "exited");
    info.si_pid = info.si_signo = 1;
    fails(waitid(P_PID, (id_t)pid, &info, any), ECHILD, "then it is gone");
    ok(info.si_pid == 0 && info.si_signo == 0, "and the siginfo is cleared");
    return done();
}
