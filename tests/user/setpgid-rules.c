/* SPDX-License-Identifier: MIT */
/*
 * setpgid() moves a child that has not yet called execve(), or oneself,
 * into a group of the same session: else EACCES, EPERM, ESRCH, EINVAL
 * (setpgid(2)).
 */
#include "tap.h"

static int child_leads_session(void *unused)
{
    (void)unused;
    expect(setsid() == getpid());
    expect(setpgid(0, 0) == -1 && errno == EPERM);
    return child_pauses(NULL);
}

static int child_moves_itself(void *unused)
{
    (void)unused;
    expect(setpgid(0, 0) == 0);
    expect(getpgrp() == getpid());
    expect(setpgid(0, 0) == 0);
    return 0;
}

int main(int argc, char **argv)
{
    char *args[] = {argv[0], (char *)"pause", NULL};
    pid_t a, b, far, changed;

    if (argc > 1)
        return child_pauses(NULL);
    plan(13);
    a = child_start(child_pauses, NULL);
    b = child_start(child_pauses, NULL);
    is(getpgid(a), getpgrp(), "a child starts in its parent's group");
    is(setpgid(a, a), 0, "it gets a group of its own");
    is(getpgid(a), a, "whose number is its pid");
    is(setpgid(b, a), 0, "another joins it");
    is(getpgid(b), a, "and is in it");
    fails(setpgid(b, 0x7ffffff0), EPERM, "a group nobody has: EPERM");
    fails(setpgid(0x7ffffff0, 0), ESRCH, "a process nobody has: ESRCH");
    fails(setpgid(1, 1), ESRCH, "one that is no child: ESRCH");
    fails(setpgid(b, -1), EINVAL, "a negative group: EINVAL");
    ok(exited_with(child_run(child_moves_itself, NULL), 0),
       "a child moves itself");
    far = child_start(child_leads_session, NULL);
    ok(wait_until(is_asleep(far) && getsid(far) == far),
       "a session leader cannot move itself: EPERM");
    fails(setpgid(far, getpgrp()), EPERM, "nor be moved: EPERM");
    changed = fork();
    if (changed == 0) {
        execv(argv[0], args);
        _exit(127);
    }
    wait_until(is_asleep(changed));
    fails(setpgid(changed, 0), EACCES, "after execve: EACCES");
    child_kill(a);
    child_kill(b);
    child_kill(far);
    child_kill(changed);
    return done();
}
