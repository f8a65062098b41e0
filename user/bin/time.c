/* SPDX-License-Identifier: MIT */
/*
 * time [-p] PROGRAM [ARGUMENT...]
 *
 * Runs a program and tells on standard error how long it took, and how long the
 * CPU worked for it: in user mode, and in the kernel. That is always in the
 * form that POSIX has for -p.
 * Exit status: that of the program; 128 and the signal's number if it was killed.
 */
#include <err.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define NSEC_PER_USEC    1000
#define USEC_PER_SEC     1000000
#define USEC_PER_CENTI   10000
#define STATUS_USAGE     125
#define STATUS_NOT_RUN   126
#define STATUS_NOT_FOUND 127
#define STATUS_KILLED    128

static struct timeval elapsed(struct timespec from, struct timespec to)
{
    long usec = (to.tv_nsec - from.tv_nsec) / NSEC_PER_USEC;

    return (struct timeval){to.tv_sec - from.tv_sec - (usec < 0),
                            usec + (usec < 0 ? USEC_PER_SEC : 0)};
}

static void print_time(const char *title, struct timeval tv)
{
    fprintf(stderr, "%s %ld.%02ld\n", title, (long)tv.tv_sec,
            (long)tv.tv_usec / USEC_PER_CENTI);
}

int main(int argc, char *argv[])
{
    struct timespec start, end;
    struct rusage usage;
    int status, c;
    pid_t pid;

    while ((c = getopt(argc, argv, "+p")) == 'p')
        ;
    argv += optind;
    if (c != -1 || *argv == NULL) {
        fprintf(stderr, "usage: time [-p] program [argument...]\n");
        return STATUS_USAGE;
    }
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid = fork();
    if (pid < 0)
        err(STATUS_NOT_RUN, "fork");
    if (pid == 0) {
        execvp(*argv, argv);
        err(errno == ENOENT ? STATUS_NOT_FOUND : STATUS_NOT_RUN, "%s", *argv);
    }
    signal(SIGINT, SIG_IGN); /* it is for the program */
    signal(SIGQUIT, SIG_IGN);
    while (wait4(pid, &status, 0, &usage) < 0)
        if (errno != EINTR)
            err(STATUS_NOT_RUN, "wait");
    clock_gettime(CLOCK_MONOTONIC, &end);
    print_time("real", elapsed(start, end));
    print_time("user", usage.ru_utime);
    print_time("sys", usage.ru_stime);
    return WIFSIGNALED(status) ? STATUS_KILLED + WTERMSIG(status)
                               : WEXITSTATUS(status);
}
