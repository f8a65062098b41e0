/* SPDX-License-Identifier: MIT */
/*
 * One process and the kernel: calls that do next to nothing, and signals.
 */
#include <err.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench.h"

static int null_fd;
static sigset_t old_mask;
static pid_t partner;

long call_run(const struct row *row)
{
    for (long i = 0; i < row->rounds; i++)
        getppid();
    return row->rounds;
}

long clock_run(const struct row *row)
{
    struct timespec now;

    for (long i = 0; i < row->rounds; i++)
        clock_gettime(CLOCK_MONOTONIC, &now);
    return row->rounds;
}

void null_begin(const struct row *row)
{
    (void)row;
    null_fd = open("/dev/null", O_WRONLY);
    if (null_fd < 0)
        err(1, "/dev/null");
}

long write_run(const struct row *row)
{
    for (long i = 0; i < row->rounds; i++)
        write_sure(null_fd, "", 1);
    return row->rounds;
}

void null_end(const struct row *row)
{
    (void)row;
    close(null_fd);
}

static void ignore(int sig)
{
    (void)sig;
}

long install_run(const struct row *row)
{
    struct sigaction action = { .sa_handler = ignore };

    for (long i = 0; i < row->rounds; i++)
        sigaction(SIGUSR2, &action, NULL);
    signal(SIGUSR2, SIG_DFL);
    return row->rounds;
}

void signal_begin(const struct row *row)
{
    (void)row;
    signal(SIGUSR1, ignore);
}

long signal_run(const struct row *row)
{
    pid_t self = getpid();

    for (long i = 0; i < row->rounds; i++)
        kill(self, SIGUSR1);
    return row->rounds;
}

void signal_end(const struct row *row)
{
    (void)row;
    signal(SIGUSR1, SIG_DFL);
}

/* Waits for SIGUSR1, which is blocked elsewhere, so that none comes too early. */
static void signal_await(void)
{
    sigset_t none;

    sigemptyset(&none);
    sigsuspend(&none);
}

void pingpong_begin(const struct row *row)
{
    sigset_t mask;
    pid_t self = getpid();

    signal_begin(row);
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR1);
    sigprocmask(SIG_BLOCK, &mask, &old_mask);
    partner = fork_sure();
    while (partner == 0) {
        signal_await();
        kill(self, SIGUSR1);
    }
}

long pingpong_run(const struct row *row)
{
    for (long i = 0; i < row->rounds; i++) {
        kill(partner, SIGUSR1);
        signal_await();
    }
    return row->rounds;
}

void pingpong_end(const struct row *row)
{
    kill(partner, SIGKILL);
    waitpid(partner, NULL, 0);
    sigprocmask(SIG_SETMASK, &old_mask, NULL);
    signal_end(row);
}
