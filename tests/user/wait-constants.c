/* SPDX-License-Identifier: MIT */
/*
 * The numbers and macros of <sys/wait.h> agree with the kernel's encoding of a
 * status (wait(2)).
 */
#include "tap.h"

enum { EXITED_7 = 0x0700, KILLED_9 = 9, STOPPED_19 = 0x137f, CONTINUED = 0xffff };

static const struct row {
    long long value, want;
    const char *name;
} rows[] = {
#define ROW(name, want) {name, want, #name}
    ROW(WNOHANG, 1),          ROW(WUNTRACED, 2),
    ROW(WSTOPPED, 2),         ROW(WEXITED, 4),
    ROW(WCONTINUED, 8),       ROW(WNOWAIT, 0x1000000),
    ROW(P_ALL, 0),            ROW(P_PID, 1),
    ROW(P_PGID, 2),
};
enum { ROWS = sizeof rows / sizeof rows[0] };

/* By functions of all four kinds of status: which of them are so. */
static int kinds(bool exited, bool signaled, bool stopped, bool continued)
{
    return exited | signaled << 1 | stopped << 2 | continued << 3;
}

#define KINDS(s) \
    kinds(WIFEXITED(s), WIFSIGNALED(s), WIFSTOPPED(s), WIFCONTINUED(s))

int main(void)
{
    int exited = EXITED_7, killed = KILLED_9, stopped = STOPPED_19;
    int continued = CONTINUED;

    plan(ROWS + 7);
    for (int i = 0; i < ROWS; i++)
        is(rows[i].value, rows[i].want, rows[i].name);
    is(KINDS(exited), 1, "WIFEXITED");
    is(KINDS(killed), 2, "WIFSIGNALED");
    is(KINDS(stopped), 4, "WIFSTOPPED");
    is(KINDS(continued), 8, "WIFCONTINUED");
    is(WEXITSTATUS(exited), 7, "WEXITSTATUS");
    is(WTERMSIG(killed), 9, "WTERMSIG");
    is(WSTOPSIG(stopped), 19, "WSTOPSIG");
    return done();
}
