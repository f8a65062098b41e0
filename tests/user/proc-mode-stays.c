/* SPDX-License-Identifier: MIT */
/*
 * The modes in /proc/[pid] cannot be changed, not even by the owner: EPERM
 * (proc(5)).
 */
#include "tap.h"

static const char *const names[] = {
    "/proc/self/comm", "/proc/self/status", "/proc/self/fd", "/proc/self/task",
    "/proc/self/.", "/proc/sys/kernel/ostype",
};

int main(void)
{
    enum { NAMES = sizeof names / sizeof *names };
    struct stat st;

    plan(NAMES + 2);
    for (int i = 0; i < NAMES; i++)
        fails(chmod(names[i], 0700), EPERM, names[i]);
    fails(fchmod((int)must(open("/proc/self/comm", O_RDONLY)), 0600), EPERM,
          "fchmod, too");
    ok(stat("/proc/self/comm", &st) == 0 && st.st_mode == (S_IFREG | 0644),
       "it is as before");
    return done();
}
