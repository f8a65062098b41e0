/* SPDX-License-Identifier: MIT */
/*
 * setuid() by root changes the user for good: the new one cannot go back
 * (setuid(2)).
 * Needs: root
 */
#include "tap.h"

enum { USER = 2001 };

static int child_changes(void *unused)
{
    struct stat attributes;

    (void)unused;
    expect(setgid(USER) == 0 && setuid(USER) == 0);
    expect(getuid() == USER && geteuid() == USER);
    expect(getgid() == USER && getegid() == USER);
    expect(setuid(0) == -1 && errno == EPERM);
    expect(setgid(0) == -1 && errno == EPERM);
    expect(setuid(USER) == 0);
    expect(stat("/proc/self", &attributes) == 0);
    expect(attributes.st_uid == USER);
    expect(kill(getppid(), 0) == -1 && errno == EPERM);
    return 0;
}

int main(void)
{
    need_root();
    plan(2);
    ok(exited_with(child_run(child_changes, NULL), 0), "for good");
    is(getuid(), 0, "but the parent is root still");
    return done();
}
