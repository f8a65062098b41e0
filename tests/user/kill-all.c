/* SPDX-License-Identifier: MIT */
/*
 * kill(-1) reaches every process that the caller may signal, but not the
 * caller and not process 1 (kill(2)).
 */
#include "tap.h"

static int child_pauses_alone(void *unused)
{
    (void)unused;
    expect(setsid() != -1);
    return child_pauses(NULL);
}

int main(void)
{
    pid_t a = child_start(child_pauses, NULL);
    pid_t b = child_start(child_pauses_alone, NULL);

    plan(5);
    ok(wait_until(is_asleep(a) && is_asleep(b)), "two children sleep");
    is(kill(-1, SIGKILL), 0, "SIGKILL to all but me: here I am");
    ok(killed_by(child_wait(a), SIGKILL), "it reached the one");
    ok(killed_by(child_wait(b), SIGKILL), "and that in another session");
    ok(proc_state(1) != -1 && proc_state(1) != 'Z', "process 1 lives");
    return done();
}
