/* SPDX-License-Identifier: MIT */
/*
 * A signal that is not blocked, and whose default is to end the process, ends
 * it in sigwait() and sigtimedwait() too, as if nobody waited for it.  It was
 * once taken like a blocked one.
 */
#include <sys/time.h>

#include "tap.h"

static int child_waits(void *sig)
{
    struct itimerval soon = {.it_value = {0, 20000}};
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, *(int *)sig);
    if (*(int *)sig == SIGALRM)
        expect(setitimer(ITIMER_REAL, &soon, NULL) == 0);
    sigwaitinfo(&set, NULL);
    return TAP_CHILD_FAILED;
}

/* What becomes of a child that waits for SIG, not blocked, when SIG comes. */
static int status_of_waiting(int sig)
{
    pid_t child = child_start(child_waits, &sig);

    if (sig != SIGALRM) {
        expect(wait_until(is_asleep(child)));
        must(kill(child, sig));
    }
    return child_wait(child);
}

int main(void)
{
    struct timespec none = {0, 0};
    sigset_t set;

    plan(4);
    ok(killed_by(status_of_waiting(SIGALRM), SIGALRM), "a timer's signal");
    ok(killed_by(status_of_waiting(SIGUSR1), SIGUSR1), "one that is sent");
    ok(killed_by(status_of_waiting(SIGRTMIN), SIGRTMIN), "a real-time one");
    sigemptyset(&set);
    sigaddset(&set, SIGALRM);
    must(sigprocmask(SIG_BLOCK, &set, NULL));
    must(raise(SIGALRM));
    is(sigtimedwait(&set, NULL, &none), SIGALRM, "blocked, it is taken");
    return done();
}
