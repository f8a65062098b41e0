/* SPDX-License-Identifier: MIT */
/*
 * What every user test shares: results in TAP, children, and waiting.
 *
 * A test includes this file first, says plan(N), makes N checks, and returns
 * done().  Each line leaves in one write(2), so a forked child may print
 * comments too; only the first process may make checks, for it counts them.
 * Nothing here sleeps in order to synchronise: wait_until() polls with a
 * limit so generous that only a broken kernel reaches it.
 */
#pragma once

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    TAP_LINE_MAX = 512,
    TAP_POLL_MS = 5,
    TAP_POLL_LIMIT = 6000, /* polls: at least 30 seconds */
    TAP_CHILD_FAILED = 99  /* exit status of a child whose expect() failed */
};

static int tap_planned, tap_made, tap_failed;

/* Prints one line, END after it, by one write. */
static inline void tap_line(const char *begin, const char *format, va_list ap)
{
    char line[TAP_LINE_MAX];
    int n = snprintf(line, sizeof line, "%s", begin);

    n += vsnprintf(line + n, sizeof line - (size_t)n, format, ap);
    if (n > (int)sizeof line - 2)
        n = (int)sizeof line - 2;
    line[n++] = '\n';
    if (write(STDOUT_FILENO, line, (size_t)n) != n)
        _exit(TAP_CHILD_FAILED);
}

__attribute__((format(printf, 1, 2)))
static inline void tap_print(const char *format, ...)
{
    va_list ap;

    va_start(ap, format);
    tap_line("", format, ap);
    va_end(ap);
}

/* A comment line: for people, ignored by the harness. */
__attribute__((format(printf, 1, 2)))
static inline void diag(const char *format, ...)
{
    va_list ap;

    va_start(ap, format);
    tap_line("# ", format, ap);
    va_end(ap);
}

/* Says how many checks will follow. */
static inline void plan(int checks)
{
    tap_planned = checks;
    tap_print("1..%d", checks);
}

/* Ends a test whose subject cannot exist here; never for a failed check. */
static inline void skip_all(const char *why)
{
    tap_print("1..0 # SKIP %s", why);
    exit(0);
}

/* One check.  Returns CONDITION, so that a failure can be explained. */
static inline bool ok(bool condition, const char *what)
{
    tap_made++;
    if (!condition)
        tap_failed++;
    tap_print("%s %d - %s", condition ? "ok" : "not ok", tap_made, what);
    return condition;
}

/* Checks that two numbers are equal. */
static inline bool is(long long got, long long want, const char *what)
{
    if (ok(got == want, what))
        return true;
    diag("got %lld (0x%llx), want %lld (0x%llx)", got, got, want, want);
    return false;
}

static inline bool is_str(const char *got, const char *want, const char *what)
{
    if (ok(strcmp(got, want) == 0, what))
        return true;
    diag("got \"%s\", want \"%s\"", got, want);
    return false;
}

/* Checks that a call returned -1 and set errno to ERROR. */
static inline bool fails(long result, int error, const char *what)
{
    int seen = errno;

    if (ok(result == -1 && seen == error, what))
        return true;
    diag("returned %ld, errno %d, want -1 and errno %d", result, seen, error);
    return false;
}

/* Gives up the whole test: something it needs, but does not test, failed. */
static inline void tap_bail(const char *what)
{
    tap_print("Bail out! %s: errno %d", what, errno);
    _exit(1);
}

static inline long tap_must(long result, const char *what)
{
    if (result == -1)
        tap_bail(what);
    return result;
}

/* Makes a call that has to succeed before the test can go on. */
#define must(call) tap_must((long)(call), #call)

/* The test's exit status: 0 if every planned check was made and held. */
static inline int done(void)
{
    if (tap_made != tap_planned)
        diag("planned %d checks but made %d", tap_planned, tap_made);
    return tap_failed != 0 || tap_made != tap_planned;
}

/* In a child: ends it with TAP_CHILD_FAILED unless CONDITION holds. */
#define expect(condition)                                                     \
    do {                                                                      \
        if (!(condition)) {                                                   \
            diag("in a child, line %d: not so: %s (errno %d)", __LINE__,      \
                 #condition, errno);                                          \
            _exit(TAP_CHILD_FAILED);                                          \
        }                                                                     \
    } while (0)

/* Starts a child that runs FUNCTION(ARG) and exits with what it returns. */
static inline pid_t child_start(int (*function)(void *), void *arg)
{
    pid_t pid = fork();

    if (pid == -1)
        tap_bail("fork");
    if (pid == 0)
        _exit(function(arg));
    return pid;
}

/* Waits for the child PID to end; returns its wait status. */
static inline int child_wait(pid_t pid)
{
    int status;
    pid_t got;

    do
        got = waitpid(pid, &status, 0);
    while (got == -1 && errno == EINTR);
    if (got != pid)
        tap_bail("waitpid");
    return status;
}

static inline int child_run(int (*function)(void *), void *arg)
{
    return child_wait(child_start(function, arg));
}

/* A child body for those who only need somebody to send signals to. */
static inline int child_pauses(void *unused)
{
    (void)unused;
    while (pause() == -1)
        continue;
    return TAP_CHILD_FAILED;
}

/* Ends PID by SIGKILL and reaps it. */
static inline void child_kill(pid_t pid)
{
    must(kill(pid, SIGKILL));
    child_wait(pid);
}

static inline bool exited_with(int status, int code)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == code;
}

static inline bool killed_by(int status, int sig)
{
    return WIFSIGNALED(status) && WTERMSIG(status) == sig;
}

static inline void tap_nap(void)
{
    struct timespec nap = {0, TAP_POLL_MS * 1000000L};

    nanosleep(&nap, NULL);
}

/* Polls until CONDITION holds.  False: the limit was reached. */
#define wait_until(condition)                                                 \
    __extension__({                                                           \
        int polls_left = TAP_POLL_LIMIT;                                      \
        while (!(condition) && --polls_left > 0)                              \
            tap_nap();                                                        \
        polls_left > 0;                                                       \
    })

/* Reads the file PATH into BUF as a string.  Returns its length or -1. */
static inline int file_read(const char *path, char *buf, size_t size)
{
    int fd = open(path, O_RDONLY);
    size_t len = 0;
    ssize_t n;

    if (fd == -1)
        return -1;
    while ((n = read(fd, buf + len, size - 1 - len)) > 0)
        len += (size_t)n;
    buf[len] = '\0';
    close(fd);
    return (int)len;
}

/* Creates or replaces the file PATH, holding TEXT. */
static inline void file_write(const char *path, const char *text)
{
    int fd = (int)must(open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644));

    if (write(fd, text, strlen(text)) != (ssize_t)strlen(text))
        tap_bail(path);
    must(close(fd));
}

/* Field NUMBER of /proc/PID/stat, counted from 1 as proc(5) does; 3 and up. */
static inline long proc_stat_field(pid_t pid, int number)
{
    char path[64], text[1024], *at;

    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    if (file_read(path, text, sizeof text) <= 0)
        return -1;
    at = strrchr(text, ')');
    if (at == NULL)
        return -1;
    at += 2;
    if (number == 3)
        return *at;
    for (int field = 3; field < number && at != NULL; field++) {
        at = strchr(at, ' ');
        if (at != NULL)
            at++;
    }
    return at == NULL ? -1 : strtol(at, NULL, 10);
}

/* The state letter of PID as /proc shows it; -1 when there is no such PID. */
static inline int proc_state(pid_t pid)
{
    return (int)proc_stat_field(pid, 3);
}

static inline bool is_asleep(pid_t pid)
{
    return proc_state(pid) == 'S';
}

/* Sets the action of SIG by sigaction(2), nothing masked meanwhile. */
static inline void handle(int sig, void (*handler)(int), int flags)
{
    struct sigaction act;

    memset(&act, 0, sizeof act);
    act.sa_handler = handler;
    act.sa_flags = flags;
    sigemptyset(&act.sa_mask);
    must(sigaction(sig, &act, NULL));
}

/* Blocks or unblocks (HOW) the one signal SIG. */
static inline void mask_one(int how, int sig)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, sig);
    must(sigprocmask(how, &set, NULL));
}

static inline int child_becomes_user(void *uid)
{
    return setuid(*(uid_t *)uid) == 0 ? 0 : 1;
}

/* For tests marked "Needs: root": skips where there are no other users to
 * become, as in a user namespace of one. */
static inline void need_root(void)
{
    uid_t other = 2001;

    if (getuid() != 0)
        skip_all("needs root");
    if (!exited_with(child_run(child_becomes_user, &other), 0))
        skip_all("this root cannot become other users");
}

/* Milliseconds of the monotonic clock. */
static inline long long now_ms(void)
{
    struct timespec now;

    must(clock_gettime(CLOCK_MONOTONIC, &now));
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
