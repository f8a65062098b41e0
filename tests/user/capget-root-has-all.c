/* SPDX-License-Identifier: MIT */
/*
 * capget(): root has capabilities and others have none; the header's version
 * decides how much is told; capset() takes what one has and gives no more
 * (capget(2), capabilities(7)).
 * Needs: root
 */
#include "tap.h"
#include "raw.h"

enum { VERSION_1 = 0x19980330, VERSION_3 = 0x20080522, USER = 2001 };

static struct {
    unsigned int version;
    int pid;
} header;
static unsigned int data[6]; /* twice effective, permitted, inheritable */

static long get(unsigned int version, pid_t pid)
{
    header.version = version;
    header.pid = pid;
    memset(data, 0xff, sizeof data);
    return raw_call(SYS_capget, (long)&header, (long)data, 0);
}

static int child_of_user(void *unused)
{
    (void)unused;
    expect(setresuid(USER, USER, 0) == 0);
    expect(get(VERSION_3, 0) == 0 && data[0] == 0 && data[1] != 0);
    expect(setresuid(USER, USER, USER) == 0);
    expect(get(VERSION_3, 0) == 0);
    expect(data[0] == 0 && data[1] == 0 && data[3] == 0 && data[4] == 0);
    expect(raw_call(SYS_capset, (long)&header, (long)data, 0) == 0);
    data[0] = data[1] = 1;
    expect(raw_call(SYS_capset, (long)&header, (long)data, 0) == -EPERM);
    return 0;
}

int main(void)
{
    need_root();
    plan(11);
    is(get(VERSION_3, 0), 0, "version 3");
    ok(data[0] != 0 && data[1] == data[0], "root has capabilities");
    is(raw_call(SYS_capset, (long)&header, (long)data, 0), 0,
       "and may set those");
    header.pid = 1;
    is(raw_call(SYS_capset, (long)&header, (long)data, 0), -EPERM,
       "but not somebody else's");
    is(get(VERSION_1, 0), 0, "version 1");
    ok(data[2] == 0 && data[3] == ~0u, "tells half");
    is(get(7, 0), -EINVAL, "an unknown version");
    is(header.version, VERSION_3, "is told a known one");
    is(get(VERSION_3, -1), -EINVAL, "pid -1");
    is(get(VERSION_3, 0x3fffff), -ESRCH, "nobody's pid");
    ok(exited_with(child_run(child_of_user, NULL), 0), "others have none");
    return done();
}
