/* SPDX-License-Identifier: MIT */
/*
 * A signal ends a sleeping process at once, whatever it sleeps in: pause,
 * nanosleep, read of a pipe, wait, poll (kill(2), signal(7)).
 */
#include "tap.h"

#include <poll.h>

static int fds[2];

static int child_sleeps(void *arg)
{
    struct timespec hour = {3600, 0};
    struct pollfd waited = {fds[0], POLLIN, 0};
    sigset_t none;
    char c;

    switch (*(int *)arg) {
    case 0:
        pause();
        break;
    case 1:
        nanosleep(&hour, NULL);
        break;
    case 2:
        return (int)read(fds[0], &c, 1);
    case 3:
        child_start(child_pauses, NULL);
        wait(NULL);
        break;
    case 4:
        poll(&waited, 1, -1);
        break;
    default:
        sigemptyset(&none);
        sigsuspend(&none);
    }
    return TAP_CHILD_FAILED;
}

int main(void)
{
    static const char *const name[] = {"pause", "nanosleep", "read of a pipe",
                                       "wait", "poll", "sigsuspend"};
    char what[80];
    pid_t pid;

    plan(12);
    must(pipe(fds));
    for (int i = 0; i < 6; i++) {
        pid = child_start(child_sleeps, &i);
        snprintf(what, sizeof what, "%s sleeps", name[i]);
        ok(wait_until(is_asleep(pid)), what);
        must(kill(pid, SIGTERM));
        snprintf(what, sizeof what, "SIGTERM ends a %s", name[i]);
        ok(killed_by(child_wait(pid), SIGTERM), what);
    }
    return done();
}
