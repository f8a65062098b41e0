/* SPDX-License-Identifier: MIT */
/*
 * personality(UNAME26) had no effect: programs that know only kernels 2.6 are told
 * such a release, and so are those that they start (setarch(8), --uname-2.6).
 */
#include "tap.h"

#include <sys/personality.h>
#include <sys/utsname.h>

static int is_2_6(void *unused)
{
    struct utsname name;

    (void)unused;
    return uname(&name) == 0 && strncmp(name.release, "2.6.", 4) == 0;
}

int main(void)
{
    plan(4);
    ok(!is_2_6(NULL), "the release is a later one");
    ok(personality(UNAME26) != -1 && is_2_6(NULL), "with UNAME26 it begins with 2.6");
    ok(exited_with(child_run(is_2_6, NULL), 1), "for a child as well");
    ok(personality(0) != -1 && !is_2_6(NULL), "until it is given up");
    return done();
}
