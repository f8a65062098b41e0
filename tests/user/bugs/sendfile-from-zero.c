/* SPDX-License-Identifier: MIT */
/*
 * sendfile(2) copied from files of /proc, which cannot be mapped, and not from
 * /dev/zero, which can; and /dev/full took nothing, when it has no room even for that
 * (full(4)).
 */
#include "../tap.h"

#include <sys/sendfile.h>

int main(void)
{
    off_t at = 5;
    int out, in;

    plan(5);
    out = (int)must(open("copy", O_RDWR | O_CREAT, 0600));
    in = (int)must(open("/dev/zero", O_RDONLY));
    is(sendfile(out, in, NULL, 5000), 5000, "from /dev/zero");
    is(sendfile(out, in, &at, 10), 10, "at an offset");
    in = (int)must(open("/proc/self/status", O_RDONLY));
    fails(sendfile(out, in, NULL, 10), EINVAL, "from /proc: EINVAL");
    in = (int)must(open("/dev/full", O_WRONLY));
    fails(write(in, "x", 1), ENOSPC, "/dev/full is full: ENOSPC");
    fails(write(in, "", 0), ENOSPC, "also for nothing");
    unlink("copy");
    return done();
}
