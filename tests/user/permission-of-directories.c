/* SPDX-License-Identifier: MIT */
/*
 * Directories: searching, changing, sticky ones, and those that hand down their
 * group (path_resolution(7), inode(7)).
 *
 * Needs: root
 */
#include "tap.h"

static int child_as_user(void *unused)
{
    struct stat st;

    (void)unused;
    expect(setgid(2001) == 0 && setuid(2001) == 0);
    /* 0711: may be gone through, not listed. */
    expect(open("through", O_RDONLY) == -1 && errno == EACCES);
    expect(access("through/file", R_OK) == 0);
    /* 0744: may be listed, not gone through. */
    expect(open("listed", O_RDONLY) >= 0);
    expect(access("listed/file", F_OK) == -1 && errno == EACCES);
    expect(stat("listed/none", &st) == -1 && errno == EACCES);
    expect(chdir("listed") == -1 && errno == EACCES);
    /* Not its own: nothing may be changed. */
    expect(mkdir("through/new", 0755) == -1 && errno == EACCES);
    expect(unlink("through/file") == -1 && errno == EACCES);
    expect(rename("through/file", "open/file") == -1 && errno == EACCES);
    expect(mkdir("through/file", 0755) == -1 && errno == EEXIST);
    /* 01777: only its own. */
    expect(unlink("sticky/file") == -1 && errno == EPERM);
    expect(rename("sticky/file", "sticky/x") == -1 && errno == EPERM);
    expect(close(open("sticky/mine", O_WRONLY | O_CREAT, 0600)) == 0);
    expect(rename("sticky/mine", "sticky/file") == -1 && errno == EPERM);
    expect(unlink("sticky/mine") == 0);
    /* 02777 of group 3000. */
    expect(close(open("group/file", O_WRONLY | O_CREAT, 02770)) == 0);
    expect(stat("group/file", &st) == 0 && st.st_gid == 3000);
    expect((st.st_mode & 07777) == 0750);
    expect(mkdir("group/dir", 0755) == 0 && stat("group/dir", &st) == 0);
    expect(st.st_gid == 3000 && (st.st_mode & 07777) == 02755);
    expect(chmod("group/file", 02750) == 0 && stat("group/file", &st) == 0);
    expect((st.st_mode & 07777) == 0750); /* not in that group */
    expect(chown("group/file", 2001, 3000) == 0);
    expect(chown("group/file", 2001, 4000) == -1 && errno == EPERM);
    expect(chown("group/file", 2002, -1) == -1 && errno == EPERM);
    expect(chmod("through/file", 0777) == -1 && errno == EPERM);
    return 0;
}

int main(void)
{
    static const struct {
        const char *name;
        mode_t mode;
    } dirs[] = {{"through", 0711}, {"listed", 0744}, {"open", 0777},
                {"sticky", 01777}, {"group", 02777}};
    char path[32];

    need_root();
    plan(1);
    umask(022);
    must(chmod(".", 0755));
    for (int i = 0; i < 5; i++) {
        must(mkdir(dirs[i].name, 0755));
        snprintf(path, sizeof path, "%s/%s", dirs[i].name,
                 i == 4 ? "other" : "file");
        file_write(path, "");
        if (i == 4)
            must(chown(dirs[i].name, 0, 3000));
        must(chmod(dirs[i].name, dirs[i].mode));
    }
    ok(exited_with(child_run(child_as_user, NULL), 0), "a user's rights");
    return done();
}
