/* SPDX-License-Identifier: MIT */
/*
 * PR_SET_CHILD_SUBREAPER: an orphan's new parent is its nearest forebear that
 * asked for orphans; PR_SET_PDEATHSIG: a child is told by a signal of its
 * choice that its parent has ended (prctl(2)).
 */
#include "tap.h"

#include <sys/prctl.h>

enum { SET_PDEATHSIG = 1, SET_SUBREAPER = 36 };

static int fds[2];
static volatile sig_atomic_t death_signals;
static pid_t parent;

static void note(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)context;
    expect(info->si_code == SI_USER && info->si_pid == parent);
    death_signals++;
}

/* Waits for its parent's end, which its signal tells, and writes who is the
 * new one. */
static int grandchild(void *unused)
{
    struct sigaction act = {.sa_sigaction = note, .sa_flags = SA_SIGINFO};
    sigset_t none;
    pid_t now;

    mask_one(SIG_BLOCK, SIGUSR1);
    parent = getppid();
    must(sigaction(SIGUSR1, &act, NULL));
    expect(prctl(SET_PDEATHSIG, (unsigned long)SIGUSR1, 0UL, 0UL, 0UL) == 0);
    expect(write(fds[1], "r", 1) == 1);
    sigemptyset(&none);
    while (death_signals == 0)
        sigsuspend(&none);
    (void)unused;
    now = getppid();
    expect(write(fds[1], &now, sizeof now) == sizeof now);
    return 6;
}

static int child_leaves_orphan(void *release)
{
    char c;

    child_start(grandchild, NULL);
    expect(read(*(int *)release, &c, 1) == 1);
    return 5;
}

/* Lets a child die and leave an orphan. Returns the orphan's new parent. */
static pid_t orphan_parent(void)
{
    int release[2];
    pid_t child, now = 0;
    char c;

    must(pipe(release));
    child = child_start(child_leaves_orphan, &release[0]);
    expect(read(fds[0], &c, 1) == 1);
    expect(write(release[1], "x", 1) == 1);
    expect(exited_with(child_wait(child), 5));
    expect(read(fds[0], &now, sizeof now) == sizeof now);
    close(release[0]);
    close(release[1]);
    return now;
}

static int middle_that_is_none(void *unused)
{
    (void)unused;
    return orphan_parent() == getppid() ? 0 : 1;
}

int main(void)
{
    int status;

    plan(5);
    must(pipe(fds));
    must(prctl(SET_SUBREAPER, 1UL, 0UL, 0UL, 0UL));
    is(orphan_parent(), getpid(), "the orphan came to the subreaper");
    ok(wait(&status) > 0 && exited_with(status, 6), "which can wait for it");
    ok(exited_with(child_run(middle_that_is_none, NULL), 0),
       "past a forebear that is none");
    ok(wait(&status) > 0 && exited_with(status, 6), "and wait for it");
    fails(wait(&status), ECHILD, "there are no more");
    return done();
}
