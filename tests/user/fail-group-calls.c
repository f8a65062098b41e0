/* SPDX-License-Identifier: MIT */
/*
 * setgroups(), when memory runs out at each allocation in turn: the groups stay as
 * they are, or are the new ones.
 * Needs /proc/self/fail-nth to be of use.
 * Needs: root
 */
#include "tap.h"

#include <grp.h>

#include "failnth.h"

enum { OLD = 3, NEW = 5000 };

static gid_t list[NEW];

static long call_setgroups(void)
{
    long result = setgroups(NEW, list);
    int error = errno;

    if (result == -1 && getgroups(0, NULL) != OLD)
        error = EIO;
    errno = error;
    return result;
}

static void undo(long unused)
{
    (void)unused;
    fail_arm(0);
    if (getgroups(0, NULL) != NEW)
        tap_bail("the new groups");
    must(setgroups(OLD, list));
}

static const struct fail_case cases[] = {
    {"setgroups", call_setgroups, undo},
};

int main(void)
{
    need_root();
    plan(1);
    for (int i = 0; i < NEW; i++)
        list[i] = (gid_t)i;
    must(setgroups(OLD, list));
    fail_check_all(cases, 1);
    return done();
}
