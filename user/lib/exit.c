/* SPDX-License-Identifier: MIT */
/*
 * The end of a program: exit, what is to be done before, and abort.
 *
 * exit runs the atexit functions, the last registered first, writes out the
 * streams and ends the process; _exit (process.c) does only the last.
 * Read next: stdio_file.c, kernel/proc/exit.c.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#include "stdio_file.h"

#define ATEXIT_MAX   32 /* what POSIX asks for at least */
#define ABORT_STATUS 127

static void (*functions[ATEXIT_MAX])(void);
static int function_count;

int atexit(void (*function)(void))
{
    if (function_count == ATEXIT_MAX) {
        errno = ENOMEM;
        return -1;
    }
    functions[function_count++] = function;
    return 0;
}

void exit(int status)
{
    while (function_count > 0)
        functions[--function_count]();
    stream_close_all();
    _exit(status);
}

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
