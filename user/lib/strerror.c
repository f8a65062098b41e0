/* SPDX-License-Identifier: MIT */
/*
 * Numbers into words: strerror and strsignal, from the ABI's two tables.
 *
 * A number that is in no row has a sentence built in a static buffer.
 * Read next: perror.c, include/tine/errnos.def and signals.def.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const char *error_text(int error)
{
    switch (error) {
    case 0:
        return "Success";
#define ERRNO(number, name, text) \
    case number:                  \
        return text;
#include <tine/errnos.def>
#undef ERRNO
    default:
        return NULL;
    }
}

char *strerror(int error)
{
    static char unknown[32];
    const char *text = error_text(error);

    if (text)
        return (char *)text;
    snprintf(unknown, sizeof(unknown), "Unknown error %d", error);
    return unknown;
}

int strerror_r(int error, char *buf, size_t size)
{
    const char *text = strerror(error);

    return strlcpy(buf, text, size) < size ? 0 : ERANGE;
}

const char *sigdescr_np(int sig)
{
    switch (sig) {
#define SIGNAL(number, name, action, text) \
    case number:                           \
        return text;
#include <tine/signals.def>
#undef SIGNAL
    default:
        return NULL;
    }
}

const char *sigabbrev_np(int sig)
{
    switch (sig) {
#define SIGNAL(number, name, action, text) \
    case number:                           \
        return #name;
#include <tine/signals.def>
#undef SIGNAL
    default:
        return NULL;
    }
}

char *strsignal(int sig)
{
    static char other[32];
    const char *text = sigdescr_np(sig);

    if (text)
        return (char *)text;
    if (sig >= SIGRTMIN && sig <= SIGRTMAX)
        snprintf(other, sizeof(other), "Real-time signal %d", sig - SIGRTMIN);
    else
        snprintf(other, sizeof(other), "Unknown signal %d", sig);
    return other;
}
