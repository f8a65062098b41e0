/* SPDX-License-Identifier: MIT */
/*
 * The signal for the parent's end, PR_SET_PDEATHSIG, is kept by exec, but not for
 * a program that lends another identity or starts with one, and not by a process
 * that takes one on (prctl(2)).
 * Needs: root
 */
#include "tap.h"

#include <sys/prctl.h>

#define PROGRAM "./exec-drops-death-signal.tmp"

enum { OWNER = 2001, USER, SET_PDEATHSIG = 1, GET_PDEATHSIG };

static const struct row {
    const char *what;
    mode_t mode;            /* of the program */
    uid_t owner, real, effective;
    int kept;
} rows[] = {
    {"a program as any other", 0755, OWNER, USER, USER, SIGUSR1},
    {"one with the user's own bit", 04755, USER, USER, USER, SIGUSR1},
    {"a set-user-ID program", 04755, OWNER, USER, USER, 0},
    {"a set-group-ID program", 02755, USER, USER, USER, 0},
    {"the real and effective user differ", 0755, OWNER, USER, OWNER, 0},
    {"the program gives the difference up", 04755, USER, USER, OWNER, 0},
    {"root's set-user-ID program, by root", 04755, 0, 0, 0, SIGUSR1},
};
enum { ROWS = sizeof rows / sizeof *rows };

/* The death signal that the process has. */
static int death_signal(void)
{
    int sig = -1;

    expect(prctl(GET_PDEATHSIG, (unsigned long)&sig, 0UL, 0UL, 0UL) == 0);
    return sig;
}

static void ask_for_signal(void)
{
    expect(prctl(SET_PDEATHSIG, (unsigned long)SIGUSR1, 0UL, 0UL, 0UL) == 0);
}

static int child_execs(void *arg)
{
    const struct row *row = arg;
    gid_t group = row->real ? USER : 0;

    expect(setresgid(group, group, group) == 0);
    expect(setresuid(row->real, row->effective, row->effective) == 0);
    ask_for_signal();
    execl(PROGRAM, PROGRAM, "again", (char *)NULL);
    return 127;
}

static int child_becomes_other(void *unused)
{
    (void)unused;
    ask_for_signal();
    expect(setreuid(OWNER, -1) == 0 && death_signal() == SIGUSR1);
    expect(setresuid(USER, USER, USER) == 0 && death_signal() == 0);
    return 0;
}

static void copy(const char *from, const char *to)
{
    static char buf[4096];
    int in = (int)must(open(from, O_RDONLY));
    int out = (int)must(open(to, O_WRONLY | O_CREAT | O_TRUNC, 0755));
    ssize_t n;

    while ((n = read(in, buf, sizeof buf)) > 0)
        must(write(out, buf, (size_t)n) == n ? 0 : -1);
    must(close(in));
    must(close(out));
}

int main(int argc, char **argv)
{
    if (argc > 1)
        return death_signal();
    need_root();
    plan(ROWS + 1);
    must(chmod(".", 0755));
    copy(argv[0], PROGRAM);
    for (int i = 0; i < ROWS; i++) {
        must(chown(PROGRAM, rows[i].owner, OWNER));
        must(chmod(PROGRAM, rows[i].mode));
        is(WEXITSTATUS(child_run(child_execs, (void *)&rows[i])), rows[i].kept,
           rows[i].what);
    }
    ok(exited_with(child_run(child_becomes_other, NULL), 0),
       "another real user changes nothing, another effective one drops it");
    unlink(PROGRAM);
    return done();
}
