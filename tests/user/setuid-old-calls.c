/* SPDX-License-Identifier: MIT */
/*
 * The id calls of 16 bits: an id that does not fit is shown as 65534, and
 * 65535 means -1 (credentials(7), setuid(2) "C library/kernel differences").
 * Needs: root
 */
#include "tap.h"
#include "raw.h"

/* Their numbers on i386, which a C library may hide. */
enum {
    OLD_SETUID = 23, OLD_GETUID = 24, OLD_SETGID = 46, OLD_GETGID = 47,
    OLD_GETEUID = 49, OLD_GETEGID = 50, OLD_SETREUID = 70, OLD_SETREGID = 71,
    OLD_GETGROUPS = 80, OLD_SETGROUPS = 81, OLD_SETFSUID = 138,
    OLD_SETFSGID = 139, OLD_SETRESUID = 164, OLD_GETRESUID = 165,
    OLD_SETRESGID = 170, OLD_GETRESGID = 171
};
enum { WIDE = 70000, OVERFLOW = 65534, KEEP = 65535, A = 2001, B, C };

static unsigned short three[3];

static bool old_three_are(long call, int real, int effective, int saved)
{
    return raw_call(call, (long)&three[0], (long)&three[1],
                    (long)&three[2]) == 0 &&
           three[0] == real && three[1] == effective && three[2] == saved;
}

static int child_is_wide(void *unused)
{
    (void)unused;
    expect(setresgid(WIDE, A, WIDE) == 0 && setresuid(WIDE, A, WIDE) == 0);
    expect(raw_call(OLD_GETUID, 0, 0, 0) == OVERFLOW);
    expect(raw_call(OLD_GETGID, 0, 0, 0) == OVERFLOW);
    expect(raw_call(OLD_GETEUID, 0, 0, 0) == A);
    expect(raw_call(OLD_GETEGID, 0, 0, 0) == A);
    expect(old_three_are(OLD_GETRESUID, OVERFLOW, A, OVERFLOW));
    expect(old_three_are(OLD_GETRESGID, OVERFLOW, A, OVERFLOW));
    expect(raw_call(OLD_GETRESUID, 0, (long)three, (long)three) == -EFAULT);
    return 0;
}

static int child_sets(void *unused)
{
    (void)unused;
    expect(raw_call(OLD_SETRESGID, A, B, C) == 0);
    expect(raw_call(OLD_SETREGID, KEEP, A, 0) == 0);
    expect(old_three_are(OLD_GETRESGID, A, A, C));
    expect(raw_call(OLD_SETGID, C, 0, 0) == 0);
    expect(old_three_are(OLD_GETRESGID, C, C, C));
    expect(raw_call(OLD_SETFSGID, B, 0, 0) == C);
    expect(raw_call(OLD_SETFSGID, KEEP, 0, 0) == B);
    expect(raw_call(OLD_SETRESUID, A, B, KEEP) == 0);
    expect(old_three_are(OLD_GETRESUID, A, B, 0));
    expect(raw_call(OLD_SETREUID, B, KEEP, 0) == 0);
    expect(old_three_are(OLD_GETRESUID, B, B, B));
    expect(raw_call(OLD_SETUID, A, 0, 0) == -EPERM);
    expect(raw_call(OLD_SETUID, KEEP, 0, 0) == -EINVAL);
    expect(raw_call(OLD_SETFSUID, A, 0, 0) == B);
    return 0;
}

static int child_has_groups(void *unused)
{
    unsigned short given[] = {B, A}, got[4];
    gid_t wide[] = {A, WIDE};

    (void)unused;
    expect(raw_call(OLD_SETGROUPS, 2, (long)given, 0) == 0);
    expect(raw_call(OLD_GETGROUPS, 4, (long)got, 0) == 2);
    expect(got[0] == A && got[1] == B);
    expect(raw_call(SYS_setgroups32, 2, (long)wide, 0) == 0);
    expect(raw_call(OLD_GETGROUPS, 4, (long)got, 0) == 2);
    expect(got[0] == A && got[1] == OVERFLOW);
    expect(raw_call(OLD_GETGROUPS, 1, (long)got, 0) == -EINVAL);
    given[1] = KEEP;
    expect(raw_call(OLD_SETGROUPS, 2, (long)given, 0) == -EINVAL);
    return 0;
}

int main(void)
{
    need_root();
    plan(3);
    ok(exited_with(child_run(child_is_wide, NULL), 0), "ids that do not fit");
    ok(exited_with(child_run(child_sets, NULL), 0), "setting them");
    ok(exited_with(child_run(child_has_groups, NULL), 0), "groups");
    return done();
}
