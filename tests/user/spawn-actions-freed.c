/* SPDX-License-Identifier: MIT */
/*
 * What file actions hold is free again after
 * posix_spawn_file_actions_destroy(3): in little memory they can be made as
 * often as one likes.
 */
#include "tap.h"

#include <spawn.h>
#include <sys/resource.h>

enum { ROUNDS = 1000, ACTIONS = 8, PATH_BYTES = 4000 };

int main(void)
{
    /* Half of what all rounds take together. */
    const struct rlimit limit = {ROUNDS * ACTIONS * PATH_BYTES / 2, RLIM_INFINITY};
    static char path[PATH_BYTES];
    posix_spawn_file_actions_t actions;
    int error = 0;

    plan(1);
    memset(path, 'x', sizeof path - 1);
    must(setrlimit(RLIMIT_AS, &limit));
    for (int i = 0; i < ROUNDS && error == 0; i++) {
        posix_spawn_file_actions_init(&actions);
        for (int j = 0; j < ACTIONS && error == 0; j++)
            error = posix_spawn_file_actions_addopen(&actions, j, path,
                                                     O_RDONLY, 0);
        posix_spawn_file_actions_destroy(&actions);
    }
    is(error, 0, "none was too many");
    return done();
}
