/* SPDX-License-Identifier: MIT */
/*
 * Which signal O_ASYNC sends: SIGIO without more, or that of F_SETSIG with the
 * cause.  One whose si_code would mean something else says SI_SIGIO, and one that
 * cannot be queued becomes SIGIO.  A thread, a process or a group gets it.
 */
#include "tap.h"
#include "sigio.h"

#include <sys/resource.h>

static int fds[2];

static void check_code(int sig, int want, const char *what)
{
    siginfo_t info = {0};

    must(fcntl(fds[0], F_SETSIG, sig));
    must(write(fds[1], "x", 1));
    is(sigio_next(&info, 0), sig ? sig : SIGIO, what);
    is(info.si_code, want, "its si_code");
    sigio_none("and no other");
}

static void check_full_queue(void)
{
    struct rlimit none = {0, 0};
    siginfo_t info = {0};

    must(setrlimit(RLIMIT_SIGPENDING, &none));
    must(fcntl(fds[0], F_SETSIG, SIGRTMAX));
    must(write(fds[1], "x", 1));
    is(sigio_next(&info, 0), SIGIO, "no room in the queue: SIGIO");
    is(info.si_code, SI_KERNEL, "its si_code");
    sigio_none("and no other");
}

static int wait_for_it(void *unused)
{
    siginfo_t info;

    (void)unused;
    return sigio_next(&info, 30) == SIGUSR1 ? 0 : 1;
}

/* Two children in a group get one each. */
static void check_group(void)
{
    pid_t first = child_start(wait_for_it, NULL);
    must(setpgid(first, first));
    pid_t second = child_start(wait_for_it, NULL);
    must(setpgid(second, first));
    must(fcntl(fds[0], F_SETSIG, SIGUSR1));
    must(fcntl(fds[0], F_SETOWN, -first));
    must(write(fds[1], "x", 1));
    is(child_wait(first), 0, "a group: the first gets it");
    is(child_wait(second), 0, "and the second");
}

int main(void)
{
    struct f_owner_ex thread = {F_OWNER_TID, getpid()};

    plan(26);
    sigio_block();
    must(pipe2(fds, O_NONBLOCK));
    sigio_enable(fds[0], 0);
    check_code(0, SI_KERNEL, "by default SIGIO");
    check_code(SIGIO, POLL_IN, "SIGIO, asked for");
    check_code(SIGUSR1, POLL_IN, "SIGUSR1");
    check_code(SIGRTMIN, POLL_IN, "a real-time signal");
    check_code(SIGCHLD, SI_SIGIO, "SIGCHLD, whose code 1 is CLD_EXITED");
    check_code(SIGSEGV, SI_SIGIO, "SIGSEGV");
    must(fcntl(fds[0], F_SETOWN_EX, &thread));
    check_code(SIGUSR2, POLL_IN, "to a thread");
    check_full_queue();
    check_group();
    return done();
}
