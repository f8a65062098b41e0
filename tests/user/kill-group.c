/* SPDX-License-Identifier: MIT */
/*
 * kill(-pgid) reaches every member of that group and nobody else, kill(0)
 * one's own group, and an empty group is ESRCH (kill(2)).
 */
#include "tap.h"

static int child_kills_own_group(void *unused)
{
    pid_t member;

    (void)unused;
    expect(setpgid(0, 0) == 0);
    member = child_start(child_pauses, NULL);
    expect(signal(SIGTERM, SIG_IGN) != SIG_ERR);
    expect(kill(0, SIGTERM) == 0);
    expect(killed_by(child_wait(member), SIGTERM));
    return 0;
}

int main(void)
{
    pid_t a = child_start(child_pauses, NULL);
    pid_t b = child_start(child_pauses, NULL);
    pid_t other = child_start(child_pauses, NULL);

    plan(8);
    must(setpgid(a, a));
    must(setpgid(b, a));
    is(kill(-a, 0), 0, "signal 0 to a group finds it");
    is(kill(-a, SIGTERM), 0, "SIGTERM to the group");
    ok(killed_by(child_wait(a), SIGTERM), "reaches its leader");
    ok(killed_by(child_wait(b), SIGTERM), "and the other member");
    ok(is_asleep(other) || wait_until(is_asleep(other)),
       "one outside of it lives on");
    fails(kill(-a, SIGTERM), ESRCH, "the group is gone: ESRCH");
    child_kill(other);
    ok(exited_with(child_run(child_kills_own_group, NULL), 0),
       "kill(0) reaches one's own group");
    fails(kill(-99999, 0), ESRCH, "a group that never was: ESRCH");
    return done();
}
