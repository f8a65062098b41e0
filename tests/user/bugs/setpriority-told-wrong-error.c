/* SPDX-License-Identifier: MIT */
/*
 * setpriority() of a group told the newest member's error; Linux tells the oldest's,
 * but of a user's processes the newest's.
 *
 * Needs: root
 */
#include "tap.h"

#include <sys/resource.h>

enum { USER = 2001, OTHER = 2002, BETTER = -5, WORSE = 5 };

/* What is changed: two processes, of which one is nobody's own. */
struct pair {
    const char *what;
    uid_t first, second;
    int nice, group_error, user_error;
};

static const struct pair pairs[] = {
    {"own, then another's", USER, OTHER, BETTER, EACCES, EPERM},
    {"another's, then own", OTHER, USER, BETTER, EPERM, EACCES},
    {"one is changed", USER, OTHER, WORSE, EPERM, EPERM},
    {"the other is changed", OTHER, USER, WORSE, EPERM, EPERM},
};

/* A process of OTHER's, as which UID it acts. */
static pid_t start(uid_t uid, pid_t group)
{
    int ready[2];
    char byte;
    pid_t pid;

    must(pipe(ready));
    pid = must(fork());
    if (pid == 0) {
        expect(setpgid(0, group) == 0);
        expect(setresuid(OTHER, uid, uid) == 0);
        expect(write(ready[1], "", 1) == 1);
        child_pauses(NULL);
    }
    must(read(ready[0], &byte, 1));
    close(ready[0]);
    close(ready[1]);
    return pid;
}

static pid_t group;

static int child_sets(void *arg)
{
    const struct pair *pair = arg;

    expect(setresuid(USER, USER, USER) == 0);
    errno = 0;
    expect(setpriority(PRIO_PGRP, (id_t)group, pair->nice) == -1);
    expect(errno == pair->group_error);
    errno = 0;
    expect(setpriority(PRIO_USER, OTHER, pair->nice) == -1);
    expect(errno == pair->user_error);
    return 0;
}

int main(void)
{
    size_t count = sizeof pairs / sizeof pairs[0];

    need_root();
    plan((int)count);
    for (size_t i = 0; i < count; i++) {
        struct pair pair = pairs[i];
        pid_t second;

        group = start(pair.first, 0);
        second = start(pair.second, group);
        ok(exited_with(child_run(child_sets, &pair), 0), pair.what);
        child_kill(group);
        child_kill(second);
    }
    return done();
}
