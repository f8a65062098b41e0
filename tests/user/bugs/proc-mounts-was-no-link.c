/* SPDX-License-Identifier: MIT */
/* /proc/mounts is a link to what the process itself has, self/mounts (proc(5)); it
 * was a file. */
#include "../tap.h"

int main(void)
{
    static char top[4096], own[4096];
    char target[64] = "";
    struct stat st;

    plan(4);
    must(lstat("/proc/mounts", &st));
    ok(S_ISLNK(st.st_mode), "/proc/mounts is a link");
    is((int)readlink("/proc/mounts", target, sizeof target - 1), 11, "with a text");
    is_str(target, "self/mounts", "which leads to one's own");
    file_read("/proc/mounts", top, sizeof top);
    file_read("/proc/self/mounts", own, sizeof own);
    is_str(top, own, "and reads like that");
    return done();
}
