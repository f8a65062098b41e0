/* SPDX-License-Identifier: MIT */
/*
 * The permission bits of owner and others decide over an ordinary user's
 * open(), access() and mkdir(): EACCES (access(2), path_resolution(7)).
 * Needs: root
 */
#include "tap.h"

enum { USER = 2001, OTHER = 2002 };

static int child_is_owner(void *unused)
{
    (void)unused;
    expect(setgid(USER) == 0 && setuid(USER) == 0);
    expect(access("mine", R_OK | W_OK) == 0);
    expect(access("mine", X_OK) == -1 && errno == EACCES);
    expect(open("mine", O_RDWR) >= 0);
    return 0;
}

static int child_is_other(void *unused)
{
    (void)unused;
    expect(setgid(OTHER) == 0 && setuid(OTHER) == 0);
    expect(access("mine", F_OK) == 0);
    expect(access("mine", R_OK) == -1 && errno == EACCES);
    expect(open("mine", O_RDONLY) == -1 && errno == EACCES);
    expect(open("mine", O_WRONLY) == -1 && errno == EACCES);
    expect(open("shut/file", O_RDONLY) == -1 && errno == EACCES);
    expect(open("shut", O_RDONLY) == -1 && errno == EACCES);
    expect(chdir("shut") == -1 && errno == EACCES);
    expect(mkdir("rootdir/d", 0755) == -1 && errno == EACCES);
    expect(open("rootdir/f", O_RDWR | O_CREAT, 0644) == -1);
    expect(errno == EACCES);
    expect(unlink("rootdir/f0") == -1 && errno == EACCES);
    expect(chmod("mine", 0777) == -1 && errno == EPERM);
    expect(chown("mine", OTHER, OTHER) == -1 && errno == EPERM);
    expect(setuid(0) == -1 && errno == EPERM);
    return 0;
}

int main(void)
{
    need_root();
    plan(4);
    umask(0);
    file_write("mine", "");
    must(chmod("mine", 0600));
    must(chown("mine", USER, USER));
    must(mkdir("shut", 0700));
    file_write("shut/file", "");
    must(mkdir("rootdir", 0755));
    file_write("rootdir/f0", "");
    ok(exited_with(child_run(child_is_owner, NULL), 0), "the owner may");
    ok(exited_with(child_run(child_is_other, NULL), 0), "others may not");
    is(access("mine", R_OK | W_OK), 0, "root may read and write all");
    fails(access("mine", X_OK), EACCES,
          "but not execute what nobody may");
    return done();
}
