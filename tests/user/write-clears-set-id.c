/* SPDX-License-Identifier: MIT */
/*
 * Writing to or truncating a file takes its set-user-ID and set-group-ID bits
 * away, unless root does it (write(2), inode(7)).
 *
 * Needs: root
 */
#include "tap.h"

static mode_t mode_now(void)
{
    struct stat st;

    must(stat("file", &st));
    return st.st_mode & 07777;
}

static int child_writes(void *unused)
{
    int fd;

    (void)unused;
    expect(setgid(2001) == 0 && setuid(2001) == 0);
    fd = open("file", O_WRONLY);
    expect(fd >= 0 && write(fd, "x", 1) == 1);
    return 0;
}

static int child_truncates(void *unused)
{
    (void)unused;
    expect(setgid(2001) == 0 && setuid(2001) == 0);
    expect(truncate("file", 0) == 0);
    return 0;
}

int main(void)
{
    need_root();
    plan(6);
    file_write("file", "contents");
    must(chown("file", 2001, 2001));
    must(chmod("file", 06777));
    file_write("file", "contents");
    is(mode_now(), 06777, "root writes: they stay");
    ok(exited_with(child_run(child_writes, NULL), 0), "a user writes");
    is(mode_now(), 0777, "they are gone");
    must(chmod("file", 06767));
    ok(exited_with(child_run(child_truncates, NULL), 0), "a user truncates");
    is(mode_now(), 02767, "but the group's, which without x means something else");
    must(chmod("file", 0644));
    is(mode_now(), 0644, "other bits are untouched");
    return done();
}
