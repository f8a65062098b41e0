/* SPDX-License-Identifier: MIT */
/* /proc/sys/fs/pipe-max-size is how large anybody may make a pipe: proc_sys_fs(5). */
#include "tap.h"

int main(void)
{
    char text[32] = "";
    int fds[2], max;

    plan(3);
    ok(file_read("/proc/sys/fs/pipe-max-size", text, sizeof text) > 0, "it is there");
    max = atoi(text);
    ok(max >= 4096 && strchr(text, '\n') == text + strlen(text) - 1, "as one number");
    must(pipe(fds));
    is(fcntl(fds[0], F_SETPIPE_SZ, max), max, "and a pipe can have that size");
    return done();
}
