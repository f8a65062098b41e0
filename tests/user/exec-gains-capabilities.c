/* SPDX-License-Identifier: MIT */
/*
 * A program that gets more capabilities than its process had is as one that
 * changes its identity: others may not look into it, and it does not hear of its
 * parent's end (prctl(2), PR_SET_DUMPABLE, PR_SET_PDEATHSIG; capabilities(7)).
 * Needs: root
 */
#include "capset.h"

#include <sys/prctl.h>

enum { IS_DUMPABLE = 1, HAS_DEATH_SIGNAL = 2, RUNS = 4 };

static int child_execs(void *arg)
{
    const struct caps *caps = arg;

    expect(caps_set(*caps) == 0);
    expect(prctl(PR_SET_PDEATHSIG, (unsigned long)SIGUSR1) == 0);
    execl("/proc/self/exe", "look", "look", (char *)NULL);
    return 0;
}

/* What child_execs() has become. */
static int look(void)
{
    int sig = 0;

    prctl(PR_GET_PDEATHSIG, (unsigned long)&sig);
    return RUNS | (prctl(PR_GET_DUMPABLE) == 1 ? IS_DUMPABLE : 0) |
           (sig ? HAS_DEATH_SIGNAL : 0);
}

int main(int argc, char **argv)
{
    struct caps none = {0, 0, 0}, all, no_effect;

    (void)argv;
    if (argc > 1)
        return look();
    need_root();
    all = no_effect = caps_get();
    no_effect.effective = 0;
    plan(3);
    is(WEXITSTATUS(child_run(child_execs, &all)),
       RUNS | IS_DUMPABLE | HAS_DEATH_SIGNAL, "no more than before");
    is(WEXITSTATUS(child_run(child_execs, &no_effect)),
       RUNS | IS_DUMPABLE | HAS_DEATH_SIGNAL, "nor any that was not permitted");
    is(WEXITSTATUS(child_run(child_execs, &none)), RUNS, "more");
    return done();
}
