/* SPDX-License-Identifier: MIT */
/*
 * A signal that was blocked and pending before execve() ends the new program
 * when that unblocks it (execve(2)).
 */
#include "tap.h"

int main(int argc, char **argv)
{
    char *args[] = {argv[0], (char *)"again", NULL};
    pid_t pid;

    if (argc > 1) {
        mask_one(SIG_UNBLOCK, SIGUSR2);
        return 1;
    }
    plan(1);
    pid = fork();
    if (pid == 0) {
        mask_one(SIG_BLOCK, SIGUSR2);
        raise(SIGUSR2);
        execv(argv[0], args);
        _exit(127);
    }
    ok(killed_by(child_wait(pid), SIGUSR2), "the pending signal came through");
    return done();
}
