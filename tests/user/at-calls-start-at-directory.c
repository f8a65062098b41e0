/* SPDX-License-Identifier: MIT */
/*
 * The *at calls take a relative name from an open directory, an absolute one
 * from the root, and give EBADF or ENOTDIR for what is no directory
 * (openat(2) and its kin).
 */
#include "tap.h"

static int dir;
static struct stat st;
static char text[64];

static long try_open(int at, const char *name)
{
    int fd = openat(at, name, O_RDONLY);
    return fd == -1 ? -1 : close(fd);
}

static long try_mkdir(int at, const char *name)
{
    return mkdirat(at, name, 0755);
}

static long try_mknod(int at, const char *name)
{
    return mknodat(at, name, S_IFREG | 0644, 0);
}

static long try_stat(int at, const char *name)
{
    return fstatat(at, name, &st, 0);
}

static long try_access(int at, const char *name)
{
    return faccessat(at, name, R_OK, 0);
}

static long try_chmod(int at, const char *name)
{
    return fchmodat(at, name, 0640, 0);
}

static long try_chown(int at, const char *name)
{
    return fchownat(at, name, (uid_t)-1, (gid_t)-1, 0);
}

static long try_times(int at, const char *name)
{
    return utimensat(at, name, NULL, 0);
}

static long try_symlink(int at, const char *name)
{
    return symlinkat("target", at, name);
}

static long try_readlink(int at, const char *name)
{
    return readlinkat(at, name, text, sizeof text) == -1 ? -1 : 0;
}

static long try_link(int at, const char *name)
{
    return linkat(dir, "node", at, name, 0);
}

static long try_rename(int at, const char *name)
{
    return renameat(dir, "node", at, name);
}

static long try_unlink(int at, const char *name)
{
    return unlinkat(at, name, 0);
}

static long try_rmdir(int at, const char *name)
{
    return unlinkat(at, name, AT_REMOVEDIR);
}

static const struct row {
    const char *call;
    long (*try)(int at, const char *name);
    const char *name; /* the call succeeds with it, after the rows before */
} rows[] = {
    {"mkdirat", try_mkdir, "sub"},      {"mknodat", try_mknod, "node"},
    {"openat", try_open, "node"},       {"fstatat", try_stat, "node"},
    {"faccessat", try_access, "node"},  {"fchmodat", try_chmod, "node"},
    {"fchownat", try_chown, "node"},    {"utimensat", try_times, "node"},
    {"symlinkat", try_symlink, "soft"}, {"readlinkat", try_readlink, "soft"},
    {"linkat", try_link, "hard"},       {"unlinkat", try_unlink, "hard"},
    {"renameat", try_rename, "moved"},  {"unlinkat dir", try_rmdir, "sub"},
};
enum { ROWS = sizeof rows / sizeof *rows };

int main(void)
{
    int file;

    plan(ROWS * 3 + 3);
    must(mkdir("dir", 0755));
    dir = (int)must(open("dir", O_RDONLY | O_DIRECTORY));
    file = (int)must(open("plain", O_RDWR | O_CREAT, 0644));
    for (int i = 0; i < ROWS; i++) {
        const struct row *row = &rows[i];
        fails(row->try(99, row->name), EBADF, row->call);
        fails(row->try(file, row->name), ENOTDIR, row->call);
        is(row->try(dir, row->name), 0, row->call);
    }
    is(stat("dir/moved", &st), 0, "they worked in the directory");
    is(st.st_mode & 07777, 0640, "on the right file");
    snprintf(text, sizeof text, "%s/x", getcwd(text, 40));
    is(mkdirat(99, text, 0755), 0, "an absolute name needs no descriptor");
    return done();
}
