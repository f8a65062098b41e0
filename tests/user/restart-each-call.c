/* SPDX-License-Identifier: MIT */
/*
 * Which blocking calls fail with EINTR and which go on: after a handler without
 * and with SA_RESTART, across stop and continue, and there with a handler for
 * SIGCONT (signal(7)).
 */
#include "restart.h"

#include <poll.h>
#include <sys/select.h>
#include <sys/syscall.h>

static int empty[2], full[2], locked;
static char page[4096];

static int as_errno(long result)
{
    return result < 0 ? errno : 0;
}

static int block_read(void)
{
    return as_errno(read(empty[0], page, 1));
}

static void release_read(void)
{
    must(write(empty[1], "x", 1));
}

static int block_write(void)
{
    return as_errno(write(full[1], page, sizeof page));
}

static void release_write(void)
{
    must(read(full[0], page, sizeof page));
}

/* What was waited for is taken, lest the next one find it. */
static int then_read(int ready)
{
    return ready < 0 ? errno : as_errno(read(empty[0], page, 1));
}

static int wait_for_child(bool by_waitid)
{
    siginfo_t info;
    pid_t child = fork();
    int error;

    if (child == 0) {
        (void)!read(empty[0], page, 1);
        _exit(0);
    }
    error = as_errno(by_waitid ? waitid(P_PID, (id_t)child, &info, WEXITED)
                               : waitpid(child, NULL, 0));
    kill(child, SIGKILL);
    return error;
}

static int block_waitpid(void)
{
    return wait_for_child(false);
}

static int block_waitid(void)
{
    return wait_for_child(true);
}

static int block_nanosleep(void)
{
    const struct timespec long_time = {100000, 0};

    return as_errno(nanosleep(&long_time, NULL));
}

static int block_poll(void)
{
    struct pollfd fd = {empty[0], POLLIN, 0};

    return then_read(poll(&fd, 1, -1));
}

static int block_poll_for_long(void)
{
    struct pollfd fd = {empty[0], POLLIN, 0};

    return then_read(poll(&fd, 1, 100000000));
}

static int block_ppoll(void)
{
    struct pollfd fd = {empty[0], POLLIN, 0};

    return then_read(ppoll(&fd, 1, NULL, NULL));
}

static int block_select(void)
{
    fd_set set;

    FD_ZERO(&set);
    FD_SET(empty[0], &set);
    return then_read(select(empty[0] + 1, &set, NULL, NULL, NULL));
}

static int block_clock_nanosleep(void)
{
    const struct timespec long_time = {100000, 0};

    return clock_nanosleep(CLOCK_MONOTONIC, 0, &long_time, NULL);
}

static int block_clock_nanosleep_until(void)
{
    struct timespec time;

    must(clock_gettime(CLOCK_MONOTONIC, &time));
    time.tv_sec += 100000;
    return clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
}

static int block_futex(void)
{
    static int word;

    return as_errno(syscall(SYS_futex, &word, 0, 0, NULL, NULL, 0));
}

static int block_futex_for_long(void)
{
    const long long_time[2] = {100000, 0};
    static int word;

    return as_errno(syscall(SYS_futex, &word, 0, 0, long_time, NULL, 0));
}

static int block_pause(void)
{
    return as_errno(pause());
}

static int block_sigsuspend(void)
{
    sigset_t none;

    sigemptyset(&none);
    return as_errno(sigsuspend(&none));
}

static int block_sigtimedwait(void)
{
    const struct timespec long_time = {100000, 0};
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    return as_errno(sigtimedwait(&set, NULL, &long_time));
}

static int block_open_fifo(void)
{
    return as_errno(open("restart-fifo", O_RDONLY));
}

static void release_open_fifo(void)
{
    must(close((int)must(open("restart-fifo", O_WRONLY))));
}

static int block_lock(void)
{
    struct flock lock = {F_WRLCK, SEEK_SET, 0, 1, 0};

    return as_errno(fcntl(locked, F_SETLKW, &lock));
}

static const struct restart_row rows[] = {
    {"read of a pipe", "EGGE", block_read, release_read},
    {"write to a pipe", "EGGE", block_write, release_write},
    {"waitpid", "EGGE", block_waitpid, release_read},
    {"waitid", "EGGE", block_waitid, release_read},
    {"open of a fifo", "EGGE", block_open_fifo, release_open_fifo},
    {"F_SETLKW of a locked byte", "EGGE", block_lock, NULL},
    {"nanosleep", "EEGE", block_nanosleep, NULL},
    {"poll", "EEGE", block_poll, release_read},
    {"poll with a timeout", "EEGE", block_poll_for_long, release_read},
    {"ppoll", "EEGE", block_ppoll, release_read},
    {"select", "EEGE", block_select, release_read},
    {"clock_nanosleep", "EEGE", block_clock_nanosleep, NULL},
    {"clock_nanosleep until a time", "EEGE", block_clock_nanosleep_until, NULL},
    {"futex", "EGGE", block_futex, NULL},
    {"futex with a timeout", "EEGE", block_futex_for_long, NULL},
    {"pause", "EEGE", block_pause, NULL},
    {"sigsuspend", "EEGE", block_sigsuspend, NULL},
    {"sigtimedwait", "EEEE", block_sigtimedwait, NULL},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

int main(void)
{
    plan(ROWS);
    must(pipe(empty));
    must(pipe(full));
    must(fcntl(full[1], F_SETFL, O_NONBLOCK));
    while (write(full[1], page, sizeof page) > 0)
        continue;
    must(fcntl(full[1], F_SETFL, 0));
    must(mkfifo("restart-fifo", 0600));
    locked = (int)must(open("restart-lock", O_RDWR | O_CREAT, 0600));
    must(lockf(locked, F_LOCK, 0));
    for (int i = 0; i < ROWS; i++)
        restart_check(&rows[i]);
    unlink("restart-fifo");
    return done();
}
