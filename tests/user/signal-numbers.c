/* SPDX-License-Identifier: MIT */
/*
 * Each signal has its number, is a macro, and by default ends or stops a
 * process, or does nothing to it, as signal(7) says.
 */
#include "tap.h"

#include <sys/resource.h>

enum { ENDS, STOPS, NOTHING };
enum { KILL = 9 }; /* not by the name that is tested */

static const struct row {
    int sig, number, action;
    const char *name;
} rows[] = {
#define ROW(name, number, action) {name, number, action, #name}
    ROW(SIGHUP, 1, ENDS),      ROW(SIGINT, 2, ENDS),
    ROW(SIGQUIT, 3, ENDS),     ROW(SIGILL, 4, ENDS),
    ROW(SIGTRAP, 5, ENDS),     ROW(SIGABRT, 6, ENDS),
    ROW(SIGBUS, 7, ENDS),      ROW(SIGFPE, 8, ENDS),
    ROW(SIGKILL, 9, ENDS),     ROW(SIGUSR1, 10, ENDS),
    ROW(SIGSEGV, 11, ENDS),    ROW(SIGUSR2, 12, ENDS),
    ROW(SIGPIPE, 13, ENDS),    ROW(SIGALRM, 14, ENDS),
    ROW(SIGTERM, 15, ENDS),    ROW(SIGCHLD, 17, NOTHING),
    ROW(SIGCONT, 18, NOTHING), ROW(SIGSTOP, 19, STOPS),
    ROW(SIGTSTP, 20, STOPS),   ROW(SIGTTIN, 21, STOPS),
    ROW(SIGTTOU, 22, STOPS),   ROW(SIGURG, 23, NOTHING),
    ROW(SIGXCPU, 24, ENDS),    ROW(SIGXFSZ, 25, ENDS),
    ROW(SIGVTALRM, 26, ENDS),  ROW(SIGPROF, 27, ENDS),
    ROW(SIGWINCH, 28, NOTHING), ROW(SIGIO, 29, ENDS),
    ROW(SIGPOLL, 29, ENDS),    ROW(SIGPWR, 30, ENDS),
    ROW(SIGSYS, 31, ENDS),
};
enum { ROWS = sizeof rows / sizeof rows[0] };

/* In a group of its own, for the terminal's stops do nothing to an orphaned one. */
static int child_pauses_in_group(void *unused)
{
    expect(setpgid(0, 0) == 0);
    return child_pauses(unused);
}

/* Whether a new child does what ROW says when its number is sent. */
static bool has_action(const struct row *row)
{
    pid_t child = child_start(child_pauses_in_group, NULL);
    int status;

    if (!wait_until(is_asleep(child)))
        return false;
    must(kill(child, row->number));
    if (row->action == NOTHING) /* what comes behind it finds the child alive */
        must(kill(child, KILL));
    must(waitpid(child, &status, WUNTRACED));
    if (row->action == ENDS)
        return killed_by(status, row->number);
    if (row->action == NOTHING)
        return killed_by(status, KILL);
    child_kill(child);
    return WIFSTOPPED(status) && WSTOPSIG(status) == row->number;
}

int main(void)
{
    const struct rlimit no_core = {0, 0};

    plan(ROWS + 3);
    must(setrlimit(RLIMIT_CORE, &no_core));
    for (int i = 0; i < ROWS; i++)
        ok(rows[i].sig == rows[i].number && has_action(&rows[i]), rows[i].name);
    is(SIGRTMAX, 64, "SIGRTMAX");
    ok(SIGRTMIN >= 32 && SIGRTMIN <= 36, "SIGRTMIN");
#if defined SIGHUP && defined SIGSYS && defined SIGPOLL && defined SIGCONT
    ok(true, "they are macros");
#else
    ok(false, "they are macros");
#endif
    return done();
}
