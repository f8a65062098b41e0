/* SPDX-License-Identifier: MIT */
/*
 * Only one's own children can be waited for: for whoever else, living or ended, it
 * is ECHILD (wait(2)).
 */
#include "tap.h"

static int told[2];

/* A child that has one, which has ended, and tells its pid. */
static int child_has_zombie(void *unused)
{
    pid_t zombie = fork();

    (void)unused;
    if (zombie == 0)
        _exit(0);
    expect(wait_until(proc_state(zombie) == 'Z'));
    expect(write(told[1], &zombie, sizeof zombie) == sizeof zombie);
    return child_pauses(NULL);
}

/* The child's view: its sibling is not its child. */
static int child_waits_for(void *sibling)
{
    return waitpid(*(pid_t *)sibling, NULL, WNOHANG) == -1 ? errno : 0;
}

int main(void)
{
    siginfo_t info;
    pid_t child, grandchild;

    plan(6);
    must(pipe(told));
    child = child_start(child_has_zombie, NULL);
    must(read(told[0], &grandchild, sizeof grandchild));
    fails(waitpid(grandchild, NULL, WNOHANG), ECHILD, "a child's child, ended");
    fails(waitid(P_PID, (id_t)grandchild, &info, WEXITED | WNOHANG), ECHILD,
          "by waitid");
    fails(waitpid(getpid(), NULL, WNOHANG), ECHILD, "oneself");
    fails(waitpid(getppid(), NULL, WNOHANG), ECHILD, "the parent");
    ok(exited_with(child_run(child_waits_for, &child), ECHILD), "a sibling");
    is(waitpid(child, NULL, WNOHANG), 0, "but for a child there is nothing yet");
    child_kill(child);
    return done();
}
