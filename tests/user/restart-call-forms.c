/* SPDX-License-Identifier: MIT */
/*
 * The old forms of blocking calls and those with 64-bit times fail with EINTR
 * or go on as the others do in restart-each-call.c; and the futex calls that
 * wait for a bit set.
 */
#include "restart.h"
#include "futex.h"

#include <poll.h>
#include <sys/select.h>

enum {
    OLD_WAITPID = 7, OLD_SIGSUSPEND = 72, OLD_SELECT = 82, NEW_SELECT = 142,
    PSELECT6 = 308, CLOCK_NANOSLEEP_64 = 407, PSELECT6_64 = 413, PPOLL_64,
    SIGTIMEDWAIT_64 = 421, FUTEX_64, LONG_SECONDS = 100000
};

static int empty[2];
static unsigned word;
static const long long wide_time[2] = {LONG_SECONDS, 0};

static int as_errno(long result)
{
    return result < 0 ? errno : 0;
}

/* What was waited for is taken, lest the next one find it. */
static int then_read(long ready)
{
    char byte;

    return ready < 0 ? errno : as_errno(read(empty[0], &byte, 1));
}

static void release(void)
{
    must(write(empty[1], "x", 1));
}

static int block_waitpid(void)
{
    pid_t child = fork();
    int error;

    if (child == 0)
        _exit(then_read(0));
    error = as_errno(syscall(OLD_WAITPID, child, NULL, 0));
    kill(child, SIGKILL);
    return error;
}

static int block_sigsuspend(void)
{
    return as_errno(syscall(OLD_SIGSUSPEND, 0, 0, 0));
}

/* The set that holds what is waited for. */
static fd_set *empty_set(void)
{
    static fd_set set;

    FD_ZERO(&set);
    FD_SET(empty[0], &set);
    return &set;
}

static int block_old_select(void)
{
    long args[5] = {empty[0] + 1, (long)empty_set(), 0, 0, 0};

    return then_read(syscall(OLD_SELECT, args));
}

static int block_new_select(void)
{
    long time[2] = {LONG_SECONDS, 0};

    return then_read(syscall(NEW_SELECT, empty[0] + 1, empty_set(), 0, 0, time));
}

static int block_pselect6(void)
{
    long time[2] = {LONG_SECONDS, 0};

    return then_read(syscall(PSELECT6, empty[0] + 1, empty_set(), 0, 0, time, 0));
}

static int block_pselect6_64(void)
{
    long long time[2] = {LONG_SECONDS, 0};

    return then_read(
        syscall(PSELECT6_64, empty[0] + 1, empty_set(), 0, 0, time, 0));
}

static int block_ppoll_64(void)
{
    struct pollfd fd = {empty[0], POLLIN, 0};
    long long time[2] = {LONG_SECONDS, 0};

    return then_read(syscall(PPOLL_64, &fd, 1, time, NULL, 8));
}

static int block_sigtimedwait_64(void)
{
    unsigned long usr2[2] = {1UL << (SIGUSR2 - 1), 0};

    return as_errno(syscall(SIGTIMEDWAIT_64, usr2, NULL, wide_time, 8));
}

static int block_nanosleep_64(void)
{
    return as_errno(syscall(CLOCK_NANOSLEEP_64, CLOCK_MONOTONIC, 0, wide_time, 0));
}

static int block_nanosleep_64_until(void)
{
    long long time[2] = {now_ms() / 1000 + LONG_SECONDS, 0};

    return as_errno(
        syscall(CLOCK_NANOSLEEP_64, CLOCK_MONOTONIC, TIMER_ABSTIME, time, 0));
}

static int block_futex_64(void)
{
    return as_errno(syscall(FUTEX_64, &word, WAIT, 0, NULL, NULL, 0));
}

static int block_futex_64_for_long(void)
{
    return as_errno(syscall(FUTEX_64, &word, WAIT, 0, wide_time, NULL, 0));
}

static int block_futex_bits(void)
{
    return as_errno(futex(&word, WAIT_BITSET, 0, NULL, NULL, 1));
}

static int block_futex_bits_until(void)
{
    const long time[2] = {(long)(now_ms() / 1000) + LONG_SECONDS, 0};

    return as_errno(futex(&word, WAIT_BITSET, 0, time, NULL, 1));
}

static const struct restart_row rows[] = {
    {"waitpid", "EGGE", block_waitpid, release},
    {"sigsuspend", "EEGE", block_sigsuspend, NULL},
    {"the first select", "EEGE", block_old_select, release},
    {"select with a timeout", "EEGE", block_new_select, release},
    {"pselect6", "EEGE", block_pselect6, release},
    {"pselect6_time64", "EEGE", block_pselect6_64, release},
    {"ppoll_time64", "EEGE", block_ppoll_64, release},
    {"rt_sigtimedwait_time64", "EEEE", block_sigtimedwait_64, NULL},
    {"clock_nanosleep_time64", "EEGE", block_nanosleep_64, NULL},
    {"clock_nanosleep_time64 until", "EEGE", block_nanosleep_64_until, NULL},
    {"futex_time64", "EGGE", block_futex_64, NULL},
    {"futex_time64 with a timeout", "EEGE", block_futex_64_for_long, NULL},
    {"futex for bits", "EGGE", block_futex_bits, NULL},
    {"futex for bits until a time", "EEGE", block_futex_bits_until, NULL},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

int main(void)
{
    plan(ROWS);
    must(pipe(empty));
    for (int i = 0; i < ROWS; i++)
        restart_check(&rows[i]);
    return done();
}
