/* SPDX-License-Identifier: MIT */
/*
 * waitid() that fails, for whatever reason, still says in the siginfo that there is
 * nobody: zeros, so that si_pid tells.  Once, wrong arguments left it as it was, and a
 * bad pointer was not looked at.
 */
#include "tap.h"

#include <sys/syscall.h>

enum { GARBAGE = 0x5a, UNKNOWN_OPTION = 0x10, UNKNOWN_TYPE = 7, PIDFD = 3 };

static const struct {
    int type, id, options, error;
    const char *name;
} cases[] = {
    { P_ALL, 0, 0, EINVAL, "nothing to wait for" },
    { P_ALL, 0, WEXITED | UNKNOWN_OPTION, EINVAL, "an unknown option" },
    { UNKNOWN_TYPE, 0, WEXITED, EINVAL, "an unknown type" },
    { P_PID, 0, WEXITED, EINVAL, "process 0" },
    { P_PID, -1, WEXITED, EINVAL, "process -1" },
    { P_PGID, -5, WEXITED, EINVAL, "group -5" },
    { PIDFD, 999, WEXITED, EBADF, "no open descriptor" },
    { P_ALL, 0, WEXITED, ECHILD, "no child" },
};

static long wait_raw(int i, void *info)
{
    return syscall(SYS_waitid, cases[i].type, cases[i].id, info, cases[i].options, NULL);
}

int main(void)
{
    int count = sizeof cases / sizeof *cases;

    plan(3 * count);
    for (int i = 0; i < count; i++) {
        siginfo_t info;

        memset(&info, GARBAGE, sizeof info);
        fails(wait_raw(i, &info), cases[i].error, cases[i].name);
        ok(info.si_signo == 0 && info.si_errno == 0 && info.si_code == 0 &&
               info.si_pid == 0 && info.si_uid == 0 && info.si_status == 0,
           "and nobody is told of");
        fails(wait_raw(i, (void *)1), EFAULT, "a bad pointer is found first");
    }
    return done();
}
