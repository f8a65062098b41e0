/* SPDX-License-Identifier: MIT */
/*
 * sethostname() and setdomainname() are root's, and check the length; setting
 * the name that is there changes nothing (sethostname(2), setdomainname(2)).
 * Needs: root
 */
#include "tap.h"

#include <sys/utsname.h>

enum { USER = 2001, TOO_LONG = 65 };

static struct utsname before, after;

static int child_of_user(void *unused)
{
    (void)unused;
    expect(setuid(USER) == 0);
    expect(sethostname(before.nodename, strlen(before.nodename)) == -1 &&
           errno == EPERM);
    expect(setdomainname("x", 1) == -1 && errno == EPERM);
    return 0;
}

int main(void)
{
    char name[80];

    need_root();
    plan(8);
    must(uname(&before));
    is(sethostname(before.nodename, strlen(before.nodename)), 0, "the same");
    must(uname(&after));
    is_str(after.nodename, before.nodename, "it is there");
    must(gethostname(name, sizeof name));
    is_str(name, before.nodename, "gethostname agrees");
    fails(sethostname(name, TOO_LONG), EINVAL, "too long: EINVAL");
    fails(setdomainname(name, TOO_LONG), EINVAL, "also for the domain");
    fails(sethostname(name, (size_t)-1), EINVAL, "a negative length: EINVAL");
    fails(sethostname((char *)16, 1), EFAULT, "a bad address: EFAULT");
    ok(exited_with(child_run(child_of_user, NULL), 0), "others: EPERM");
    return done();
}
