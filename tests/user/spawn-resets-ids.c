/* SPDX-License-Identifier: MIT */
/*
 * A child has the parent's effective ids, or with POSIX_SPAWN_RESETIDS its real
 * ones (posix_spawn(3)).
 * Needs: root
 */
#include "spawn-again.h"

enum { OTHER_UID = 1000, OTHER_GID = 1001 };

static int child_main(const char *mode)
{
    if (strcmp(mode, "real") == 0)
        return geteuid() == 0 && getegid() == 0 ? 5 : 1;
    return geteuid() == OTHER_UID && getegid() == OTHER_GID ? 5 : 1;
}

int main(int argc, char **argv)
{
    posix_spawnattr_t attr;

    if (argc > 1)
        return child_main(argv[1]);
    need_root();
    plan(3);
    spawn_program = argv[0];
    posix_spawnattr_init(&attr);
    must(setegid(OTHER_GID));
    must(seteuid(OTHER_UID));
    is(spawn_run("effective", NULL, &attr), 5, "the effective ids are kept");
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_RESETIDS);
    is(spawn_run("real", NULL, &attr), 5, "the real ids");
    is(geteuid(), OTHER_UID, "the parent's are as before");
    return done();
}
