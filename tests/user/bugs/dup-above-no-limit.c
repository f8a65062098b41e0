/* SPDX-License-Identifier: MIT */
/*
 * Where no descriptor at all is allowed dup() said EINVAL, as F_DUPFD does, which is
 * told a number; it is EMFILE (dup(2), fcntl(2)).
 */
#include "../tap.h"
#include <sys/resource.h>

static int child_dups(void *unused)
{
    const struct rlimit none = {0, 0};

    (void)unused;
    expect(setrlimit(RLIMIT_NOFILE, &none) == 0);
    expect(dup(0) == -1 && errno == EMFILE);
    expect(fcntl(0, F_DUPFD, 0) == -1 && errno == EINVAL);
    return 0;
}

int main(void)
{
    plan(1);
    ok(exited_with(child_run(child_dups, NULL), 0), "EMFILE of dup, EINVAL of fcntl");
    return done();
}
