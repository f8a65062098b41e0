/* SPDX-License-Identifier: MIT */
/*
 * Process 1 gets only signals that it handles: even root's SIGKILL to it
 * does nothing (kill(2), notes).
 * Needs: root
 */
#include "tap.h"

int main(void)
{
    if (getuid() != 0)
        skip_all("needs root");
    plan(4);
    is(kill(1, SIGKILL), 0, "SIGKILL");
    is(kill(1, SIGTERM), 0, "SIGTERM");
    is(kill(1, SIGSTOP), 0, "SIGSTOP");
    ok(proc_state(1) != -1 && proc_state(1) != 'T' && proc_state(1) != 'Z',
       "process 1 lives on");
    return done();
}
