/* SPDX-License-Identifier: MIT */
/* One step of posix_spawn's file actions; inside the library only. */
#pragma once

#include <sys/types.h>

enum spawn_kind { SPAWN_OPEN, SPAWN_CLOSE, SPAWN_DUP2, SPAWN_CHDIR,
                  SPAWN_FCHDIR };

struct spawn_action {
    enum spawn_kind kind;
    int fd;
    int newfd;      /* dup2 */
    char *path;     /* open, chdir: our own copy, or NULL */
    int flags;      /* open */
    mode_t mode;
};

/* exec.c: looks for FILE in PATH and runs what is found by RUN, which returns
 * only to fail. Returns -1 with errno. */
int exec_search(const char *file, char *const argv[], char *const envp[],
                int (*run)(const char *path, char *const argv[],
                           char *const envp[]));
