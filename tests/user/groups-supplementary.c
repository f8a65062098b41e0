/* SPDX-License-Identifier: MIT */
/*
 * Supplementary groups: setgroups() by root alone, getgroups() in ascending
 * order, inherited by children, and they count for files; so does the id that
 * setfsuid() sets (getgroups(2), setfsuid(2), credentials(7)).
 * Needs: root
 */
#include "tap.h"

#include <grp.h>
#include <sys/fsuid.h>

#define FILE_NAME "groups-supplementary.tmp"

enum { USER = 2001, G1 = 3001, G2, G3 };

static bool groups_are(int count, gid_t first, gid_t last)
{
    gid_t list[8];

    return getgroups(8, list) == count && list[0] == first &&
           list[count - 1] == last;
}

static int child_looks(void *unused)
{
    (void)unused;
    return groups_are(3, G1, G3) ? 0 : 1;
}

static int child_of_group(void *unused)
{
    gid_t list[8];

    (void)unused;
    expect(setgid(USER) == 0 && setuid(USER) == 0);
    expect(getgroups(0, NULL) == 3);
    expect(getgroups(2, list) == -1 && errno == EINVAL);
    expect(getgroups(-1, list) == -1 && errno == EINVAL);
    expect(exited_with(child_run(child_looks, NULL), 0));
    expect(setgroups(0, NULL) == -1 && errno == EPERM);
    expect(open(FILE_NAME, O_RDONLY) >= 0);
    return 0;
}

static int child_of_no_group(void *unused)
{
    (void)unused;
    expect(setgroups(0, NULL) == 0 && getgroups(0, NULL) == 0);
    expect(setfsuid(USER) == 0);
    expect(open(FILE_NAME, O_RDONLY) == -1 && errno == EACCES);
    expect(geteuid() == 0 && setfsuid(0) == USER);
    expect(open(FILE_NAME, O_RDONLY) >= 0);
    return 0;
}

int main(void)
{
    const gid_t list[] = {G3, G1, G2};
    const gid_t bad[] = {G1, (gid_t)-1};

    need_root();
    plan(5);
    file_write(FILE_NAME, "x");
    must(chown(FILE_NAME, 0, G2));
    must(chmod(FILE_NAME, 0640));
    is(setgroups(3, list), 0, "root sets three");
    ok(groups_are(3, G1, G3), "they are listed in ascending order");
    fails(setgroups(2, bad), EINVAL, "-1 is no group");
    ok(exited_with(child_run(child_of_group, NULL), 0), "they open a file");
    ok(exited_with(child_run(child_of_no_group, NULL), 0), "without, not");
    unlink(FILE_NAME);
    return done();
}
