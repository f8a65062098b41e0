/* SPDX-License-Identifier: MIT */
/*
 * getgrouplist() and initgroups(): a user whom no group names has the one
 * group that is given; a list that is too short says how long it should be
 * (getgrouplist(3), initgroups(3)).
 * Needs: root
 */
#include "tap.h"

#include <grp.h>

enum { GROUP = 3001 };

static int child_takes_groups(void *unused)
{
    gid_t list[8];

    (void)unused;
    expect(initgroups("no-such-user", GROUP) == 0);
    expect(getgroups(8, list) == 1 && list[0] == GROUP);
    return 0;
}

int main(void)
{
    gid_t list[8] = {0};
    int count = 8;

    need_root();
    plan(5);
    is(getgrouplist("no-such-user", GROUP, list, &count), 1, "one group");
    is(count, 1, "which is counted");
    is(list[0], GROUP, "the one given");
    count = 0;
    ok(getgrouplist("no-such-user", GROUP, list, &count) == -1 && count == 1,
       "no room: -1 and the number");
    ok(exited_with(child_run(child_takes_groups, NULL), 0), "initgroups");
    return done();
}
