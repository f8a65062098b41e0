/* SPDX-License-Identifier: MIT */
/*
 * spin [SECONDS]: burns CPU time, for ever or so many seconds.
 *
 * It makes no system call while it runs: only the timer's interrupt can take
 * the CPU from it, so it shows that processes are preempted.  Several at once
 * show how the scheduler shares.  See it in top.
 * Exit status: 0 after the time, 2 for wrong usage.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t time_is_up;
static volatile unsigned long rounds;

static void stop(int sig)
{
    (void)sig;
    time_is_up = 1;
}

int main(int argc, char *argv[])
{
    const char *digits = argc == 2 ? argv[1] : "0";

    if (argc > 2 || !*digits || digits[strspn(digits, "0123456789")]) {
        fprintf(stderr, "usage: spin [seconds]\n");
        return 2;
    }
    if (argc == 2) {
        unsigned int seconds = (unsigned int)atoi(argv[1]);

        if (seconds == 0)
            return 0;
        signal(SIGALRM, stop);
        alarm(seconds);
    }
    while (!time_is_up)
        rounds++;
    return 0;
}
