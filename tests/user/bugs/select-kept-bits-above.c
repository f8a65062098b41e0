/* SPDX-License-Identifier: MIT */
/*
 * select() left the bits of descriptors from its first argument on as they were in
 * the last word that it looks at, where Linux clears them.
 */
#include "tap.h"

#include <sys/select.h>

int main(void)
{
    struct timeval now = {0, 0};
    int fds[2];
    fd_set set;

    plan(3);
    must(pipe(fds));
    must(write(fds[1], "x", 1));
    FD_ZERO(&set);
    FD_SET(fds[0], &set);
    FD_SET(20, &set);
    is(select(fds[0] + 1, &set, NULL, NULL, &now), 1, "one is ready");
    ok(FD_ISSET(fds[0], &set), "it is set");
    ok(!FD_ISSET(20, &set), "one that was not looked at is not");
    return done();
}
