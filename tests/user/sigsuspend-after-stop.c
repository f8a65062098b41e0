/* SPDX-License-Identifier: MIT */
/*
 * A process that waits with another mask, is stopped and continued goes on
 * waiting so, and has its former mask when a handler has ended the wait
 * (sigsuspend(2), ppoll(2)).
 */
#include "tap.h"

#include <poll.h>

static volatile sig_atomic_t caught;

static void on_signal(int sig)
{
    caught = sig;
}

static int wait_by_sigsuspend(const sigset_t *mask)
{
    return sigsuspend(mask);
}

static int wait_by_ppoll(const sigset_t *mask)
{
    return ppoll(NULL, 0, NULL, mask);
}

static int child_waits(void *wait)
{
    sigset_t none, mask;

    handle(SIGUSR1, on_signal, 0);
    mask_one(SIG_BLOCK, SIGUSR1);
    sigemptyset(&none);
    expect((*(int (**)(const sigset_t *))wait)(&none) == -1 && errno == EINTR);
    expect(caught == SIGUSR1);
    expect(sigprocmask(SIG_BLOCK, NULL, &mask) == 0);
    expect(sigismember(&mask, SIGUSR1) == 1);
    return 0;
}

int main(void)
{
    static const struct {
        int (*wait)(const sigset_t *mask);
        const char *name;
    } rows[] = {{wait_by_sigsuspend, "sigsuspend"}, {wait_by_ppoll, "ppoll"}};
    enum { ROWS = sizeof rows / sizeof rows[0] };

    plan(2 * ROWS);
    for (int i = 0; i < ROWS; i++) {
        pid_t pid = child_start(child_waits, (void *)&rows[i].wait);
        int status;

        wait_until(is_asleep(pid));
        must(kill(pid, SIGSTOP));
        must(waitpid(pid, &status, WUNTRACED));
        must(kill(pid, SIGCONT));
        ok(wait_until(is_asleep(pid)), "after SIGCONT it waits again");
        must(kill(pid, SIGUSR1));
        ok(exited_with(child_wait(pid), 0), rows[i].name);
    }
    return done();
}
