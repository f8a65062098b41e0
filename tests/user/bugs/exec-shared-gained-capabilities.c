/* SPDX-License-Identifier: MIT */
/*
 * exec of a process that shares its working directory gave it capabilities that it
 * had not, if it had CAP_SETUID (capabilities(7)).
 *
 * Needs: root
 */
#include "capset.h"
#include "clone.h"

enum { KILL = 5, HAS = 10, HAS_NOT };

static int child_execs(void *unused)
{
    (void)unused;
    execl("/proc/self/exe", "look", "look", (char *)NULL);
    return 1;
}

static int child_without(void *flags)
{
    struct caps caps = caps_get();
    int status;

    caps.permitted &= ~CAP_BIT(KILL);
    caps.effective &= ~CAP_BIT(KILL);
    expect(caps_set(caps) == 0);
    status = clone_run(child_execs, NULL, *(const int *)flags);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

int main(int argc, char **argv)
{
    int alone = 0, shared = CLONE_FS;

    (void)argv;
    if (argc > 1)
        return caps_get().permitted & CAP_BIT(KILL) ? HAS : HAS_NOT;
    need_root();
    plan(2);
    ok(exited_with(child_run(child_without, &alone), HAS), "root's alone: all");
    ok(exited_with(child_run(child_without, &shared), HAS_NOT),
       "shared: no more than before");
    return done();
}
