/* SPDX-License-Identifier: MIT */
/*
 * The end of a program that has gone wrong: abort.
 *
 * Read next: atexit.c, where programs end well.
 */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#define ABORT_STATUS 127

/* A handler may run, but when it returns the process ends all the same. */
void abort(void)
{
    sigset_t only_abort;

    sigemptyset(&only_abort);
    sigaddset(&only_abort, SIGABRT);
    sigprocmask(SIG_UNBLOCK, &only_abort, NULL);
    raise(SIGABRT);
    signal(SIGABRT, SIG_DFL);
    raise(SIGABRT);
    _exit(ABORT_STATUS);
}
