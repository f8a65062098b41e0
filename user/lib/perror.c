/* SPDX-License-Identifier: MIT */
/*
 * Messages on the standard error output for an error or a signal.
 *
 * "prefix: text", where an empty prefix leaves out the colon too.
 * Read next: err.c, which adds the program's name.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static void print_message(const char *prefix, const char *text)
{
    if (prefix && *prefix)
        fprintf(stderr, "%s: ", prefix);
    fprintf(stderr, "%s\n", text);
}

void perror(const char *prefix)
{
    print_message(prefix, strerror(errno));
}

void psignal(int sig, const char *prefix)
{
    print_message(prefix, strsignal(sig));
}

void psiginfo(const siginfo_t *info, const char *prefix)
{
    char text[96];

    snprintf(text, sizeof(text), "%s (code %d, pid %d, uid %u)",
             strsignal(info->si_signo), info->si_code, (int)info->si_pid,
             (unsigned int)info->si_uid);
    print_message(prefix, text);
}
