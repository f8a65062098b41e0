/* SPDX-License-Identifier: MIT */
/*
 * A process may have 65,536 supplementary groups, which come back in ascending
 * order, count for files, and are its children's; what setgroups() refuses
 * changes none of them (getgroups(2), credentials(7)).
 * Needs: root
 */
#include "tap.h"
#include "raw.h"

#include <grp.h>

#define FILE_NAME "groups-many.tmp"

enum { MOST = 65536, FEW = 40, USER = 2001, STEP = 40503, FIRST = 100000 };

static gid_t list[MOST + 1], got[MOST + 1];
static const gid_t twice[] = {FIRST + 7, FIRST + 2, FIRST + 7};

/* All of FIRST and up to COUNT behind it, in no order: STEP is odd. */
static void list_fill(unsigned int count)
{
    for (unsigned int i = 0; i < count; i++)
        list[i] = FIRST + i * STEP % count;
}

static bool has_all(int count)
{
    if (getgroups(count, got) != count)
        return false;
    for (int i = 0; i < count; i++)
        if (got[i] != (gid_t)(FIRST + i))
            return false;
    return true;
}

static int child_of_many(void *count)
{
    expect(setgid(USER) == 0 && setuid(USER) == 0);
    expect(has_all(*(int *)count));
    for (int i = 0; i < 3; i++)
        expect(open(FILE_NAME, O_RDONLY) >= 0);
    return 0;
}

/* Of a group in the middle, and of the first and the last. */
static bool open_works(int count)
{
    const int at[] = {0, 1, count / 2, count - 2, count - 1};

    for (int i = 0; i < 5; i++) {
        must(chown(FILE_NAME, 0, (gid_t)(FIRST + at[i])));
        if (!exited_with(child_run(child_of_many, &count), 0))
            return false;
    }
    return true;
}

static int child_of_other_groups(void *unused)
{
    (void)unused;
    must(chown(FILE_NAME, 0, FIRST + MOST));
    expect(setuid(USER) == 0);
    expect(open(FILE_NAME, O_RDONLY) == -1 && errno == EACCES);
    return 0;
}

static void check_refusals(void)
{
    fails(setgroups(MOST + 1, list), EINVAL, "one more: EINVAL");
    fails(setgroups((size_t)-1, list), EINVAL, "-1 of them: EINVAL");
    is(raw_call(SYS_setgroups32, MOST, 16, 0), -EFAULT, "a bad address");
    list[FEW - 1] = (gid_t)-1;
    fails(setgroups(FEW, list), EINVAL, "-1 is no group: EINVAL");
    fails(getgroups(MOST - 1, got), EINVAL, "too little room: EINVAL");
    is(raw_call(SYS_getgroups32, MOST, 16, 0), -EFAULT, "to a bad address");
    ok(has_all(MOST), "and all are as they were");
}

int main(void)
{
    need_root();
    plan(15);
    is(sysconf(_SC_NGROUPS_MAX), MOST, "_SC_NGROUPS_MAX");
    file_write(FILE_NAME, "x");
    must(chmod(FILE_NAME, 0640));
    list_fill(FEW + 1);
    ok(setgroups(FEW + 1, list) == 0 && has_all(FEW + 1), "more than 32");
    ok(open_works(FEW + 1), "count for files");
    list_fill(MOST);
    ok(setgroups(MOST, list) == 0 && has_all(MOST), "the most there can be");
    ok(open_works(MOST), "count for files");
    ok(exited_with(child_run(child_of_other_groups, NULL), 0), "others do not");
    check_refusals();
    ok(setgroups(3, twice) == 0 && getgroups(3, got) == 3 &&
           got[0] == FIRST + 2 && got[1] == FIRST + 7 && got[2] == FIRST + 7,
       "one may be there twice");
    is(setgroups(0, NULL), 0, "and away with them");
    unlink(FILE_NAME);
    return done();
}
