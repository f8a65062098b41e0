/* SPDX-License-Identifier: MIT */
/*
 * Sets of signals: emptied, filled, one added, taken out, asked for
 * (sigsetops(3)).
 */
#include "tap.h"

static int members(const sigset_t *set)
{
    int count = 0;

    for (int sig = 1; sig <= 31; sig++)
        count += sigismember(set, sig) == 1;
    return count;
}

int main(void)
{
    sigset_t set;

    plan(13);
    memset(&set, 0x55, sizeof set);
    is(sigemptyset(&set), 0, "sigemptyset succeeds");
    is(members(&set), 0, "and leaves none");
    is(sigfillset(&set), 0, "sigfillset succeeds");
    is(members(&set), 31, "and leaves none out");
    sigemptyset(&set);
    is(sigaddset(&set, SIGUSR1), 0, "sigaddset succeeds");
    ok(sigismember(&set, SIGUSR1) == 1 && members(&set) == 1, "one is there");
    sigaddset(&set, SIGRTMAX);
    is(sigismember(&set, SIGRTMAX), 1, "the last one can be there too");
    is(sigdelset(&set, SIGUSR1), 0, "sigdelset succeeds");
    ok(sigismember(&set, SIGUSR1) == 0 && sigismember(&set, SIGRTMAX) == 1,
       "one is gone, the other not");
    fails(sigaddset(&set, 0), EINVAL, "signal 0 cannot be added");
    fails(sigaddset(&set, 65), EINVAL, "nor 65");
    fails(sigdelset(&set, 65), EINVAL, "or taken out");
    fails(sigismember(&set, -1), EINVAL, "or asked for");
    return done();
}
