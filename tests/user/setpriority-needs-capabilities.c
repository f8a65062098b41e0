/* SPDX-License-Identifier: MIT */
/*
 * Who has given up capabilities, although the same user, does not change the
 * scheduling of a process that still has them (setpriority(2), EPERM;
 * capabilities(7), CAP_SYS_NICE).
 * Needs: root
 */
#include "capset.h"

#include <sched.h>
#include <sys/resource.h>

enum { NICE_LAST = 19 };

static int child_lacks_all(void *arg)
{
    const pid_t *full = arg;
    int nice = getpriority(PRIO_PROCESS, 0);
    struct sched_param param = {0};

    expect(caps_set((struct caps){0, 0, 0}) == 0);
    expect(setpriority(PRIO_PROCESS, 0, nice) == 0);
    errno = 0;
    expect(setpriority(PRIO_PROCESS, *full, NICE_LAST) == -1 && errno == EPERM);
    expect(setpriority(PRIO_PROCESS, *full, nice - 1) == -1 && errno == EACCES);
    expect(sched_setscheduler(*full, SCHED_OTHER, &param) == -1 && errno == EPERM);
    expect(sched_setscheduler(0, SCHED_OTHER, &param) == 0);
    return 0;
}

static int child_lacks_effect(void *arg)
{
    const pid_t *full = arg;
    struct caps caps = caps_get();

    caps.effective = 0;
    expect(caps_set(caps) == 0);
    expect(setpriority(PRIO_PROCESS, *full, NICE_LAST) == 0);
    return 0;
}

int main(void)
{
    pid_t full;

    need_root();
    full = child_start(child_pauses, NULL);
    plan(2);
    ok(exited_with(child_run(child_lacks_all, &full), 0), "refused");
    ok(exited_with(child_run(child_lacks_effect, &full), 0),
       "what is permitted counts, not what has effect");
    child_kill(full);
    return done();
}
