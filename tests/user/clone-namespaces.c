/* SPDX-License-Identifier: MIT */
/*
 * clone(2) into a new namespace is for root: others get EPERM, for whatever is
 * there; but what does not go together is EINVAL first.
 */
#include "tap.h"

#include <sys/syscall.h>

enum { FS = 0x200, NEWNS = 0x20000 };

static const struct {
    const char *title;
    unsigned long flags;
    int error;
} rows[] = {
    {"mounts", NEWNS, EPERM},
    {"control groups", 0x02000000, EPERM},
    {"host names", 0x04000000, EPERM},
    {"System V IPC", 0x08000000, EPERM},
    {"processes", 0x20000000, EPERM},
    {"networks", 0x40000000, EPERM},
    {"host names and networks", 0x44000000, EPERM},
    {"host names, and a shared directory", 0x04000000 | FS, EPERM},
    {"mounts, and a shared directory", NEWNS | FS, EINVAL},
};
enum { ROWS = sizeof rows / sizeof *rows };

int main(void)
{
    if (geteuid() == 0)
        skip_all("root may make what there is");
    plan(ROWS + 1);
    for (int i = 0; i < ROWS; i++) {
        long pid = syscall(SYS_clone, rows[i].flags | SIGCHLD, 0, 0, 0, 0);

        if (pid == 0)
            _exit(0);
        fails(pid, rows[i].error, rows[i].title);
    }
    fails(wait(NULL), ECHILD, "no child was made");
    return done();
}
