/* SPDX-License-Identifier: MIT */
/*
 * ppoll() and pselect() that wait for no time let no signal in, though the mask that
 * they bring does (ppoll(2), pselect(2)).
 */
#include "../tap.h"
#include <poll.h>
#include <sys/select.h>

static volatile sig_atomic_t handled;
static int ends[2];
static const struct timespec no_time;

static void handler(int sig)
{
    (void)sig;
    handled++;
}

static int poll_now(const sigset_t *mask)
{
    struct pollfd fd = {ends[0], POLLIN, 0};

    return ppoll(&fd, 1, &no_time, mask);
}

static int select_now(const sigset_t *mask)
{
    fd_set in;

    FD_ZERO(&in);
    FD_SET(ends[0], &in);
    return pselect(ends[0] + 1, &in, NULL, NULL, &no_time, mask);
}

/* CALL, while SIGUSR1 waits behind the process's mask but not behind MASK. */
static void try(int (*call)(const sigset_t *mask), const sigset_t *mask, int flags,
                const char *what)
{
    const struct sigaction action = {.sa_handler = handler, .sa_flags = flags};

    must(sigaction(SIGUSR1, &action, NULL));
    handled = 0;
    raise(SIGUSR1);
    ok(call(mask) == -1 && errno == EINTR, what);
    is(handled, 1, "and the handler was called");
}

int main(void)
{
    sigset_t none, blocked, pending;

    plan(11);
    must(pipe(ends));
    sigemptyset(&none);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    sigprocmask(SIG_BLOCK, &blocked, NULL);
    try(poll_now, &none, 0, "ppoll: EINTR");
    try(poll_now, &none, SA_RESTART, "ppoll: EINTR with SA_RESTART");
    try(select_now, &none, 0, "pselect: EINTR");
    try(select_now, &none, SA_RESTART, "pselect: EINTR with SA_RESTART");
    handled = 0;
    raise(SIGUSR1);
    is(poll_now(NULL), 0, "nothing comes in without a mask");
    must(write(ends[1], "x", 1));
    is(poll_now(&none), 1, "what is ready comes before the signal");
    sigpending(&pending);
    ok(sigismember(&pending, SIGUSR1) && handled == 0, "which still waits");
    return done();
}
