/* SPDX-License-Identifier: MIT */
/*
 * When the end of a process orphans a group that has a stopped member, each
 * member gets SIGHUP and SIGCONT (exit(3p), "Consequences").
 */
#include "tap.h"

static volatile sig_atomic_t was_hung_up, was_continued;

static void on_hup(int sig)
{
    (void)sig;
    was_hung_up = 1;
}

static void on_cont(int sig)
{
    (void)sig;
    was_continued = 1;
}

/* Whether the group that is orphaned is also that of who ends. */
static bool is_one_group;

static int grandchild_stops(int *told)
{
    char answer[2];

    handle(SIGHUP, on_hup, 0);
    handle(SIGCONT, on_cont, 0);
    if (!is_one_group)
        setpgid(0, 0);
    raise(SIGSTOP);
    answer[0] = (char)(was_hung_up ? 'h' : '-');
    answer[1] = (char)(was_continued ? 'c' : '-');
    expect(write(told[1], answer, 2) == 2);
    return 0;
}

static int child_starts_it_and_ends(void *arg)
{
    int status;
    pid_t pid;

    setpgid(0, 0);
    handle(SIGHUP, SIG_IGN, 0);
    pid = fork();
    if (pid == 0)
        _exit(grandchild_stops(arg));
    expect(waitpid(pid, &status, WUNTRACED) == pid);
    expect(WIFSTOPPED(status));
    return 0;
}

int main(void)
{
    int told[2];
    char answer[2] = "";

    plan(6);
    must(pipe(told));
    for (int i = 0; i < 2; i++, is_one_group = true) {
        ok(exited_with(child_run(child_starts_it_and_ends, told), 0),
           is_one_group ? "the same of one in its group"
                        : "a parent ends while its child is stopped");
        is(read(told[0], answer, 2), 2, "the stopped one goes on");
        ok(answer[0] == 'h' && answer[1] == 'c', "with SIGHUP and SIGCONT");
    }
    return done();
}
