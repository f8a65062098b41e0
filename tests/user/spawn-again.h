/* SPDX-License-Identifier: MIT */
/*
 * For the tests of posix_spawn(3): runs this test's own program again, which
 * finds MODE as its first argument.
 */
#pragma once

#include "tap.h"

#include <spawn.h>

extern char **environ;
static char *spawn_program; /* main sets it to argv[0] */

/* How the child ended: an exit status, 200 plus a signal, or 100 plus the
 * error that posix_spawn returned. */
static inline int spawn_run(const char *mode,
                            const posix_spawn_file_actions_t *actions,
                            const posix_spawnattr_t *attr)
{
    char *args[] = {spawn_program, (char *)mode, NULL};
    pid_t pid = 0;
    int error = posix_spawn(&pid, spawn_program, actions, attr, args, environ);
    int status;

    if (error != 0)
        return 100 + error;
    status = child_wait(pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 200 + WTERMSIG(status);
}
