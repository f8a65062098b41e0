/* SPDX-License-Identifier: MIT */
/*
 * statfs(), fstatfs() and statvfs() tell about a file system: /proc by its
 * number, memory by its size (statfs(2), statvfs(3)).
 */
#include "raw.h"
#include "tap.h"
#include <sys/statvfs.h>
#include <sys/vfs.h>

enum { PROC_MAGIC = 0x9fa0, PIPE_MAGIC = 0x50495045 };

int main(void)
{
    struct statfs st;
    struct statvfs v;
    int fd, pipes[2];

    plan(14);
    is(statfs("/proc", &st), 0, "statfs() of /proc");
    is((long)st.f_type, PROC_MAGIC, "its type");
    is((long)st.f_namelen, 255, "the longest name");
    is((long)st.f_blocks, 0, "it takes no room");
    fd = (int)must(open(".", O_RDONLY));
    is(fstatfs(fd, &st), 0, "fstatfs() of a directory");
    ok(st.f_bsize > 0 && st.f_blocks > 0, "it has blocks");
    ok(st.f_bavail <= st.f_bfree && st.f_bfree <= st.f_blocks, "some free");
    is(statvfs(".", &v), 0, "statvfs()");
    ok(v.f_blocks == st.f_blocks && v.f_namemax == 255, "says the same");
    is(fstatvfs(fd, &v), 0, "fstatvfs()");
    must(pipe(pipes));
    ok(fstatfs(pipes[0], &st) == 0 && st.f_type == PIPE_MAGIC, "a pipe's");
    fails(statfs("none", &st), ENOENT, "ENOENT");
    fails(fstatfs(99, &st), EBADF, "EBADF");
    fails(syscall(SYS_statfs64, "/proc", 80, &st), EINVAL,
          "another size of the structure: EINVAL");
    return done();
}
