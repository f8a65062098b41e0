/* SPDX-License-Identifier: MIT */
/*
 * A group with a stopped member that was orphaned before hears nothing when one more
 * ends; and a stopped process counts in the group where it is now (exit(3p),
 * "Consequences").
 */
#include "tap.h"

static volatile sig_atomic_t hups;
static int told[2], go_on[2];

static void on_hup(int sig)
{
    (void)sig;
    hups++;
}

/* When it is let go on it tells how often it was hung up: from '0' on, or from
 * 'A' on if it was stopped. */
static int waits(bool is_stopped)
{
    char c;

    handle(SIGHUP, on_hup, SA_RESTART);
    close(go_on[1]);
    if (is_stopped)
        raise(SIGSTOP);
    while (read(go_on[0], &c, 1) > 0)
        continue;
    c = (char)((is_stopped ? 'A' : '0') + hups);
    expect(write(told[1], &c, 1) == 1);
    return 0;
}

/* A child in GROUP, 0: its own; stopped if IS_STOPPED. */
static pid_t start(pid_t group, bool is_stopped)
{
    int status;
    pid_t pid = fork();

    if (pid == 0)
        _exit(waits(is_stopped));
    expect(setpgid(pid, group) == 0);
    if (is_stopped)
        expect(waitpid(pid, &status, WUNTRACED) == pid && WIFSTOPPED(status));
    return pid;
}

/* The group is that of a session's leader: nobody could ever continue it. */
static int leaves_orphaned(void *unused)
{
    (void)unused;
    expect(setsid() == getpid());
    start(getpid(), true);
    return 0;
}

/* The stopped one was in the runner's group and has been moved to its own. */
static int leaves_moved(void *unused)
{
    pid_t runner = start(0, false);
    pid_t stopped = start(runner, true);

    (void)unused;
    expect(setpgid(stopped, stopped) == 0);
    return 0;
}

/* Lets the COUNT processes that BODY leaves behind go on, those of its group by
 * SIGCONT if it WAKES them.  Returns: what they tell, in order. */
static const char *told_after(int (*body)(void *), size_t count, bool wakes)
{
    static char text[3];
    pid_t pid;

    must(pipe(go_on));
    pid = child_start(body, NULL);
    if (!exited_with(child_wait(pid), 0))
        tap_bail("the parent");
    if (wakes)
        must(kill(-pid, SIGCONT));
    close(go_on[1]);
    close(go_on[0]);
    for (size_t i = 0; i < count; i++)
        must(read(told[0], text + i, 1));
    text[count] = '\0';
    if (count == 2 && text[0] == 'B')
        memcpy(text, (char[]){text[1], 'B'}, 2);
    return text;
}

int main(void)
{
    plan(2);
    must(pipe(told));
    is_str(told_after(leaves_orphaned, 1, true), "A", "one orphaned before is left alone");
    is_str(told_after(leaves_moved, 2, false), "0B",
           "so one whose stopped member has left, which is hung up");
    return done();
}
