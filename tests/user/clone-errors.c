/* SPDX-License-Identifier: MIT */
/*
 * Flags of clone() that do not go together are EINVAL (clone(2), ERRORS).
 */
#include "tap.h"
#include "raw.h"

enum {
    VM = 0x100, FS = 0x200, SIGHAND = 0x800, PARENT = 0x8000, THREAD = 0x10000,
    NEWNS = 0x20000, SETTLS = 0x80000, NEWUSER = 0x10000000
};

static const struct {
    const char *what;
    unsigned long flags, tls;
    int error;
} rows[] = {
    {"handlers without memory", SIGHAND, 0, EINVAL},
    {"a thread without handlers", THREAD, 0, EINVAL},
    {"a thread without memory", THREAD | SIGHAND, 0, EINVAL},
    {"a new mount namespace and a shared directory", NEWNS | FS, 0, EINVAL},
    {"a new user namespace and a shared directory", NEWUSER | FS, 0, EINVAL},
    {"handlers without memory, but with files", SIGHAND | FS, 0, EINVAL},
    {"a thread in a new namespace of users",
     VM | SIGHAND | THREAD | NEWUSER, 0, EINVAL},
    {"a bad address for the TLS descriptor", SETTLS, 16, EFAULT},
};
enum { ROWS = sizeof rows / sizeof *rows };

int main(void)
{
    plan(ROWS + 1);
    for (int i = 0; i < ROWS; i++) {
        long pid = syscall(SYS_clone, rows[i].flags | SIGCHLD, 0, 0,
                           rows[i].tls, 0);

        if (pid == 0)
            _exit(0);
        fails(pid, rows[i].error, rows[i].what);
    }
    fails(wait(NULL), ECHILD, "no child was made");
    return done();
}
