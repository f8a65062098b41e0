/* SPDX-License-Identifier: MIT */
/*
 * open() with O_TRUNC left a program its set-user-ID and set-group-ID bits, though
 * it now held nothing (write(2) and inode(7) say it for every change).
 *
 * Needs: root
 */
#include "tap.h"

static int child_empties(void *unused)
{
    (void)unused;
    expect(setgid(2001) == 0 && setuid(2001) == 0);
    expect(open("file", O_WRONLY | O_TRUNC) >= 0);
    return 0;
}

int main(void)
{
    struct stat st;

    need_root();
    plan(3);
    file_write("file", "contents");
    must(chown("file", 2001, 2001));
    must(chmod("file", 06777));
    file_write("file", "contents");
    must(stat("file", &st));
    is(st.st_mode & 07777, 06777, "root empties it: they stay");
    ok(exited_with(child_run(child_empties, NULL), 0), "a user empties it");
    must(stat("file", &st));
    is(st.st_mode & 07777, 0777, "they are gone");
    return done();
}
