/* SPDX-License-Identifier: MIT */
/*
 * ppoll() and pselect() have a signal mask for as long as they wait: a signal that
 * was blocked interrupts them, its handler runs, and the mask is as before
 * (poll(2), select(2)).
 */
#include "raw.h"
#include "tap.h"
#include <poll.h>
#include <sys/resource.h>
#include <sys/select.h>

enum { FEW = 64 };

static volatile sig_atomic_t handled;
static int pipes[2];

static void on_signal(int sig)
{
    (void)sig;
    handled++;
}

static bool is_blocked(int sig)
{
    sigset_t set;

    must(sigprocmask(SIG_BLOCK, NULL, &set));
    return sigismember(&set, sig);
}

int main(void)
{
    struct pollfd fd;
    struct timespec bad = {0, 1000000000}, zero = {0, 0};
    const struct rlimit few = {FEW, FEW};
    sigset_t none;

    plan(15);
    must(pipe(pipes));
    fd = (struct pollfd){pipes[0], POLLIN, 0};
    sigemptyset(&none);
    handle(SIGUSR1, on_signal, SA_RESTART);
    mask_one(SIG_BLOCK, SIGUSR1);
    must(raise(SIGUSR1));
    is(handled, 0, "a signal is pending");
    fails(ppoll(&fd, 1, NULL, &none), EINTR, "ppoll() lets it in: EINTR");
    is(handled, 1, "its handler has run");
    ok(is_blocked(SIGUSR1), "the mask is as before");
    must(raise(SIGUSR1));
    fails(pselect(0, NULL, NULL, NULL, NULL, &none), EINTR, "pselect(): EINTR");
    is(handled, 2, "the handler has run again");
    ok(is_blocked(SIGUSR1), "the mask is as before");
    must(write(pipes[1], "x", 1));
    is(ppoll(&fd, 1, NULL, &none), 1, "something is there");
    ok(is_blocked(SIGUSR1), "the mask is as before");
    is(ppoll(NULL, 0, &zero, NULL), 0, "no descriptors, no time, no mask");
    fails(ppoll(&fd, 1, &bad, NULL), EINVAL, "a bad time: EINVAL");
    fails(syscall(SYS_ppoll, &fd, 1, 0, &none, 4), EINVAL,
          "another size of mask: EINVAL");
    fails(syscall(SYS_ppoll, 16, 1, &zero, NULL, 8), EFAULT, "EFAULT");
    is(poll(&fd, 1, -1), 1, "poll() without a timeout");
    must(setrlimit(RLIMIT_NOFILE, &few));
    fails(syscall(SYS_ppoll, &fd, FEW + 1, &zero, NULL, 8), EINVAL,
          "more than descriptors can be: EINVAL");
    return done();
}
