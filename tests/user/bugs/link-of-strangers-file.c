/* SPDX-License-Identifier: MIT */
/*
 * link() gave a name to any file of another user's: only one that may be read and
 * written, and that lends nobody's identity, may get one (proc(5),
 * /proc/sys/fs/protected_hardlinks).
 *
 * Needs: root
 */
#include "tap.h"

enum { USER = 2001 };

static const struct file {
    const char *name;
    mode_t mode;
    int error; /* for one who does not own it */
} files[] = {
    {"read-only", S_IFREG | 0644, EPERM},
    {"write-only", S_IFREG | 0622, EPERM},
    {"open to all", S_IFREG | 0666, 0},
    {"set-user-ID", S_IFREG | 04666, EPERM},
    {"set-group-ID program", S_IFREG | 02776, EPERM},
    {"set-group-ID, no program", S_IFREG | 02766, 0},
    {"fifo", S_IFIFO | 0666, EPERM},
};

static int child_links(void *arg)
{
    const struct file *file = arg;

    expect(setuid(USER) == 0);
    errno = 0;
    expect(link(file->name, "name") == (file->error ? -1 : 0));
    expect(errno == file->error);
    return 0;
}

int main(void)
{
    size_t count = sizeof files / sizeof files[0];

    need_root();
    plan((int)(2 * count + 1));
    must(chmod(".", 0777));
    for (size_t i = 0; i < count; i++) {
        struct file file = files[i];

        must(mknod(file.name, file.mode, 0));
        must(chmod(file.name, file.mode & 07777));
        ok(exited_with(child_run(child_links, &file), 0), file.name);
        (void)unlink("name");
        must(chown(file.name, USER, 0));
        must(chmod(file.name, file.mode & 07777));
        file.error = 0;
        ok(exited_with(child_run(child_links, &file), 0), "one's own");
        must(unlink("name"));
    }
    is(link("read-only", "name"), 0, "root may");
    return done();
}
