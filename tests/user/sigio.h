/* SPDX-License-Identifier: MIT */
/* What the tests of O_ASYNC share: taking its signals. Included after tap.h. */
#pragma once

#include <poll.h>
#include <signal.h>
#include <time.h>

#ifndef SI_SIGIO
#define SI_SIGIO (-5)
#endif

enum { SIGIO_IN = POLLIN | POLLRDNORM,
       SIGIO_OUT = POLLOUT | POLLWRNORM | POLLWRBAND };

/* Signals wait to be taken by sigio_next. */
static inline void sigio_block(void)
{
    sigset_t all;

    sigfillset(&all);
    must(sigprocmask(SIG_BLOCK, &all, NULL));
}

/* Takes the next signal, and waits for it at most SECONDS. Returns: it, or 0. */
static inline int sigio_next(siginfo_t *info, int seconds)
{
    struct timespec limit = {seconds, 0};
    sigset_t all;

    sigfillset(&all);
    int sig = sigtimedwait(&all, info, &limit);
    return sig > 0 ? sig : 0;
}

/* FD signals its readiness to the caller by SIG. */
static inline void sigio_enable(int fd, int sig)
{
    must(fcntl(fd, F_SETOWN, getpid()));
    must(fcntl(fd, F_SETSIG, sig));
    must(fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_ASYNC));
}

/* Checks that SIG came from FD, for input if IS_INPUT or else for output. */
static inline void sigio_came(int sig, int fd, bool is_input, const char *what)
{
    siginfo_t info = {0};

    is(sigio_next(&info, 30), sig, what);
    ok(info.si_code == (is_input ? POLL_IN : POLL_OUT) &&
       info.si_band == (is_input ? SIGIO_IN : SIGIO_OUT) && info.si_fd == fd,
       "which tells its cause");
}

static inline void sigio_none(const char *what)
{
    siginfo_t info;

    is(sigio_next(&info, 0), 0, what);
}
