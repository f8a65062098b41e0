/* SPDX-License-Identifier: MIT */
/*
 * Calls about signals, timers and waiting, when memory runs out at each allocation
 * in turn: an error and no effect, or success. Needs /proc/self/fail-nth to be of
 * use.
 */
#include "tap.h"

#include <poll.h>
#include <sys/select.h>

#include "failnth.h"

enum { MANY = 60 };

static int pipe_fds[2];

static long call_sigqueue(void)
{
    union sigval value = {.sival_int = 5};

    return sigqueue(getpid(), SIGRTMIN + 1, value);
}

static void undo_sigqueue(long unused)
{
    siginfo_t info;
    sigset_t set;

    (void)unused;
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN + 1);
    if (sigwaitinfo(&set, &info) != SIGRTMIN + 1 || info.si_value.sival_int != 5)
        tap_bail("the signal that was queued");
}

static long call_kill(void)
{
    return kill(getpid(), SIGRTMIN + 2);
}

static void undo_kill(long unused)
{
    sigset_t set;
    int sig;

    (void)unused;
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN + 2);
    if (sigwait(&set, &sig) != 0)
        tap_bail("the signal that was sent");
}

static long call_timer_create(void)
{
    struct sigevent event = {.sigev_notify = SIGEV_NONE};
    timer_t timer;

    if (timer_create(CLOCK_MONOTONIC, &event, &timer) == -1)
        return -1;
    return (long)timer;
}

static void undo_timer(long timer)
{
    must(timer_delete((timer_t)timer));
}

static long call_poll(void)
{
    struct pollfd fds[MANY];

    for (int i = 0; i < MANY; i++)
        fds[i] = (struct pollfd){pipe_fds[1], POLLOUT, 0};
    return poll(fds, MANY, 0) == MANY ? 0 : -1;
}

static long call_select(void)
{
    fd_set set;

    FD_ZERO(&set);
    FD_SET(pipe_fds[1], &set);
    return select(pipe_fds[1] + 1, NULL, &set, NULL, NULL) == 1 ? 0 : -1;
}

static long call_pipe_write(void)
{
    return write(pipe_fds[1], "x", 1);
}

static void undo_pipe_write(long unused)
{
    char byte;

    (void)unused;
    must(read(pipe_fds[0], &byte, 1));
}

static const struct fail_case cases[] = {
    {"sigqueue", call_sigqueue, undo_sigqueue},
    {"kill with a real-time signal", call_kill, undo_kill},
    {"timer_create", call_timer_create, undo_timer},
    {"poll of 60", call_poll, NULL},
    {"select", call_select, NULL},
    {"write to a pipe", call_pipe_write, undo_pipe_write},
};

int main(void)
{
    enum { CASES = sizeof cases / sizeof *cases };
    sigset_t none;

    plan(CASES + 1);
    mask_one(SIG_BLOCK, SIGRTMIN + 1);
    mask_one(SIG_BLOCK, SIGRTMIN + 2);
    must(pipe(pipe_fds));
    fail_check_all(cases, CASES);
    must(sigpending(&none));
    ok(!sigismember(&none, SIGRTMIN + 1) && !sigismember(&none, SIGRTMIN + 2),
       "no signal was left behind");
    return done();
}
