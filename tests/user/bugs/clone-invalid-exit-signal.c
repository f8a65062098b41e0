/* SPDX-License-Identifier: MIT */
/*
 * An exit signal that is no signal is never sent, and the kernel survives it
 * (clone(2)).
 */
#include "tap.h"
#include "raw.h"

int main(void)
{
    static const int exit_signals[] = {65, 100, 255};
    int status;

    plan(6);
    for (int i = 0; i < 3; i++) {
        pid_t pid = (pid_t)syscall(SYS_clone, exit_signals[i], 0, 0, 0, 0);

        if (pid == 0)
            _exit(i);
        is(waitpid(pid, &status, __WALL), pid, "a child with an odd signal");
        ok(exited_with(status, i), "ends as others do");
    }
    return done();
}
