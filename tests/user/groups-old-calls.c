/* SPDX-License-Identifier: MIT */
/*
 * setgroups() and getgroups() with groups of 16 bits: 65535 is no group, and one
 * that does not fit is told as 65534 (getgroups(2)).
 * Needs: root
 */
#include "tap.h"
#include "raw.h"

#include <grp.h>

enum { GETGROUPS16 = 80, SETGROUPS16 = 81, MOST = 65536, OVERFLOW = 65534 };

static uint16_t list[MOST], got[MOST];

static bool has_all(void)
{
    for (int i = 0; i < MOST; i++)
        if (got[i] != i / 2)
            return false;
    return true;
}

static int child_without_rights(void *unused)
{
    (void)unused;
    expect(setuid(2001) == 0);
    expect(raw_call(SETGROUPS16, MOST + 1, 16, 0) == -EPERM);
    return 0;
}

int main(void)
{
    const gid_t wide[] = {70000, 7, 65534};
    const uint16_t none[] = {7, 65535};

    need_root();
    plan(9);
    for (int i = 0; i < MOST; i++)
        list[i] = (uint16_t)((MOST - 1 - i) / 2);
    is(raw_call(SETGROUPS16, MOST, (long)list, 0), 0, "65,536 groups");
    is(raw_call(GETGROUPS16, MOST, (long)got, 0), MOST, "are told");
    ok(has_all(), "in ascending order");
    is(raw_call(SETGROUPS16, MOST + 1, (long)list, 0), -EINVAL, "one more");
    is(raw_call(SETGROUPS16, MOST, 16, 0), -EFAULT, "a bad address");
    is(raw_call(SETGROUPS16, 2, (long)none, 0), -EINVAL, "65535 is none");
    must(setgroups(3, wide));
    ok(raw_call(GETGROUPS16, 3, (long)got, 0) == 3 && got[0] == 7 &&
           got[1] == OVERFLOW && got[2] == OVERFLOW,
       "one that does not fit");
    is(raw_call(GETGROUPS16, 2, (long)got, 0), -EINVAL, "too little room");
    ok(exited_with(child_run(child_without_rights, NULL), 0), "EPERM");
    return done();
}
