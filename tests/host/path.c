/* SPDX-License-Identifier: MIT */
/*
 * Paths on a RAM file system: every error is the one that Linux gives, contents
 * survive, and nothing is left when everything has been removed.
 *
 * Sources: kernel/fs/cred.c kernel/fs/inode.c kernel/fs/file.c kernel/fs/path.c
 * Sources: kernel/fs/open.c kernel/fs/namei.c kernel/fs/rename.c
 * Sources: kernel/fs/mount.c
 * Sources: kernel/fs/workdir.c kernel/fs/ramfs.c kernel/fs/ramfs_data.c
 * Sources: kernel/fs/lock.c kernel/fs/grouplist.c
 * Sources: kernel/lib/string.c kernel/lib/printf.c
 */
#include <stdio.h>
#include <tine/errno.h>

#include "fs/file.h"
#include "fs/mount.h"
#include "fs/path.h"
#include "fs/pipe.h"
#include "fs/ramfs.h"
#include "lib/string.h"
#include "proc/sleep.h"
#include "rooms.h"
#include "tap.h"

const struct file_ops fifo_file_ops; /* no pipe is opened here */

/* Nobody waits for a lock here. */
int waitq_sleep(struct waitq *queue, enum sleep_kind kind, const char *wchan,
                tick_t deadline)
{
    (void)queue, (void)kind, (void)wchan, (void)deadline;
    return -EINTR;
}

void waitq_wake(struct waitq *queue)
{
    (void)queue;
}

/* Nor is any device there. */
void devfs_attach(struct inode *inode)
{
    (void)inode;
}

void preempt_point(void)
{
}

/* ---- Calls, shortened ------------------------------------------------------------ */

static struct workdir *workdir;
static struct cred cred = { .effective = CAP_ALL };
static struct path_env env;

static int try_open(const char *path, int flags, mode_t mode)
{
    struct file *file;
    int error = path_open(&env, path, flags, mode, &file);
    if (error == 0)
        file_put(file);
    return error;
}

static int try_mkdir(const char *path)
{
    return path_create(&env, path, S_IFDIR | 0777, NULL, 0);
}

static int try_symlink(const char *target, const char *path)
{
    return path_create(&env, path, S_IFLNK | 0777, target, 0);
}

static int try_rmdir(const char *path)
{
    return path_remove(&env, path, true);
}

static int try_unlink(const char *path)
{
    return path_remove(&env, path, false);
}

static int try_rename(const char *from, const char *to)
{
    return path_rename(&env, from, &env, to, 0);
}

static int try_link(const char *from, const char *to)
{
    struct inode *inode;
    int error = path_resolve(&env, from, PATH_NOFOLLOW, &inode);
    if (error == 0)
        error = path_link(inode, &env, to);
    inode_put(inode);
    return error;
}

static int try_chdir(const char *path)
{
    struct inode *dir;
    int error = path_resolve(&env, path, PATH_FOLLOW, &dir);
    if (error < 0)
        return error;
    error = inode_may_search(dir, &cred);
    if (error == 0) {
        inode_replace(&workdir->cwd, dir);
        env.base = dir;
    }
    inode_put(dir);
    return error;
}

/* The attributes of PATH, a link not followed; nlink 0 when there is none. */
static struct stat stat_of(const char *path)
{
    struct stat st = { .st_nlink = 0 };
    struct inode *inode;
    if (path_resolve(&env, path, PATH_NOFOLLOW, &inode) == 0) {
        inode_stat(inode, &st);
        inode_put(inode);
    }
    return st;
}

#define GIVES(call, expected) tap_is((call), (expected), #call " gives " #expected)

/* ---- Tests ------------------------------------------------------------------------- */

static void test_open(void)
{
    GIVES(try_open("f", O_CREAT | O_EXCL, 0644), 0);
    GIVES(try_open("f", O_CREAT | O_EXCL, 0644), -EEXIST);
    GIVES(try_open("f", O_CREAT | O_WRONLY, 0644), 0);
    GIVES(try_open("", O_RDONLY, 0), -ENOENT);
    GIVES(try_open("none/f", O_CREAT, 0644), -ENOENT);
    GIVES(try_open("f/g", O_CREAT, 0644), -ENOTDIR);
    GIVES(try_open("f/..", O_RDONLY, 0), -ENOTDIR);
    GIVES(try_open("f/", O_RDWR, 0), -ENOTDIR);
    GIVES(try_open("f/", O_RDWR | O_CREAT, 0644), -EISDIR);
    GIVES(try_open("none/", O_RDWR | O_CREAT, 0644), -EISDIR);
    GIVES(try_open(".", O_CREAT, 0644), -EISDIR);
    GIVES(try_open("..", O_CREAT | O_EXCL, 0644), -EEXIST);
    GIVES(try_open("/", O_WRONLY, 0), -EISDIR);
    GIVES(try_open("/", O_RDONLY | O_TRUNC, 0), -EISDIR);
    GIVES(try_open("/", O_RDONLY | O_DIRECTORY, 0), 0);
    GIVES(try_open("/", O_CREAT | O_DIRECTORY, 0), -EINVAL);
    GIVES(try_open("f", O_DIRECTORY, 0), -ENOTDIR);
    GIVES(try_open("//.//../f", O_RDONLY, 0), 0);
    GIVES(try_unlink("f"), 0);
}

static void test_links(void)
{
    GIVES(try_symlink("nowhere", "dangling"), 0);
    GIVES(try_symlink("x", "dangling"), -EEXIST);
    GIVES(try_symlink("x", "none/"), -ENOENT);
    GIVES(try_symlink("x", "."), -EEXIST);
    GIVES(try_mkdir("dangling"), -EEXIST);
    GIVES(try_mkdir("dangling/"), -EEXIST);
    GIVES(try_rmdir("dangling/"), -ENOTDIR);
    GIVES(try_unlink("dangling/"), -ENOTDIR);
    GIVES(try_rename("dangling/", "other"), -ENOTDIR);
    GIVES(try_open("dangling", O_RDONLY, 0), -ENOENT);
    GIVES(try_open("dangling", O_CREAT | O_EXCL, 0600), -EEXIST);
    GIVES(try_open("dangling", O_NOFOLLOW, 0), -ELOOP);
    GIVES(try_open("dangling", O_NOFOLLOW | O_DIRECTORY, 0), -ENOTDIR);
    GIVES(try_open("dangling", O_NOFOLLOW | O_PATH, 0), 0);
    GIVES(try_open("dangling", O_CREAT, 0600), 0);
    GIVES(stat_of("nowhere").st_nlink, 1);
    GIVES(try_unlink("nowhere"), 0);

    GIVES(try_symlink("loop2", "loop1"), 0);
    GIVES(try_symlink("./loop1", "loop2"), 0);
    GIVES(try_open("loop1", O_RDONLY, 0), -ELOOP);
    GIVES(try_open("loop1/x", O_RDONLY, 0), -ELOOP);
    GIVES(try_mkdir("d"), 0);
    GIVES(try_symlink("/d/", "to-d"), 0);
    GIVES(try_open("to-d/f", O_CREAT, 0600), 0);
    GIVES(stat_of("d/f").st_nlink, 1);
    GIVES(try_link("d/f", "hard"), 0);
    GIVES(stat_of("hard").st_nlink, 2);
    GIVES(try_link("d/f", "hard"), -EEXIST);
    GIVES(try_link("d", "hard-d"), -EPERM);
    GIVES(try_link("hard/", "l"), -ENOTDIR);
    GIVES(try_link("hard", "l/"), -ENOENT);
    GIVES(try_unlink("hard"), 0);
    GIVES(stat_of("d/f").st_nlink, 1);
    GIVES(try_unlink("to-d/f"), 0);
    GIVES(try_rmdir("d"), 0);
    GIVES(try_unlink("to-d") | try_unlink("loop1") | try_unlink("loop2") |
              try_unlink("dangling"),
          0);
}

static void test_removal(void)
{
    char path[16];

    GIVES(try_rmdir("/"), -EBUSY);
    GIVES(try_rmdir("."), -EINVAL);
    GIVES(try_rmdir(".."), -ENOTEMPTY);
    GIVES(try_unlink("."), -EISDIR);
    GIVES(try_unlink("/"), -EISDIR);
    GIVES(try_mkdir("/"), -EEXIST);
    GIVES(try_mkdir("a/"), 0);
    GIVES(try_mkdir("a/b"), 0);
    GIVES(stat_of("a").st_nlink, 3);
    GIVES(try_unlink("a"), -EISDIR);
    GIVES(try_unlink("a/"), -EISDIR);
    GIVES(try_rmdir("a"), -ENOTEMPTY);
    GIVES(try_chdir("a/b"), 0);
    GIVES(path_of_dir(workdir->root, workdir->cwd, "", path, sizeof(path)), 5);
    tap_is_text(path, "/a/b", "getcwd knows the path");
    GIVES(path_of_dir(workdir->root, workdir->cwd, "", path, 4), -ERANGE);
    GIVES(try_rmdir("/a/b"), 0);
    GIVES(stat_of("/a").st_nlink, 2);
    GIVES(workdir->cwd->nlink, 0); /* by which getcwd sees that it is gone */
    GIVES(path_of_dir(workdir->root, workdir->cwd, "", path, sizeof(path)), 5);
    GIVES(try_open("x", O_CREAT, 0600), -ENOENT);
    GIVES(try_mkdir("x"), -ENOENT);
    GIVES(try_open(".", O_RDONLY, 0), 0);
    GIVES(try_open("..", O_RDONLY, 0), 0);
    GIVES(try_rmdir("/a"), 0);
    GIVES(try_open("..", O_RDONLY, 0), 0);
    GIVES(try_chdir("/"), 0);
}

static void test_rename(void)
{
    GIVES(try_open("f", O_CREAT, 0600), 0);
    GIVES(try_mkdir("d") | try_mkdir("d/e"), 0);
    GIVES(try_rename("d/.", "x"), -EBUSY);
    GIVES(try_rename("f", ".."), -EBUSY);
    GIVES(try_rename("d/none", "d/.."), -EBUSY);
    GIVES(try_rename("none", "x"), -ENOENT);
    GIVES(try_rename("f", "x/"), -ENOTDIR);
    GIVES(try_rename("d", "d/e/x"), -EINVAL);
    GIVES(try_rename("d", "d/x"), -EINVAL);
    GIVES(try_rename("d/e", "d"), -ENOTEMPTY);
    GIVES(try_rename("d", "f"), -ENOTDIR);
    GIVES(try_rename("f", "d"), -EISDIR);
    GIVES(try_rename("d", "z/"), 0);
    GIVES(try_rename("z", "z"), 0);
    GIVES(try_mkdir("y"), 0);
    GIVES(try_rename("z/e", "y/e"), 0);
    GIVES(stat_of("z").st_nlink, 2);
    GIVES(stat_of("y").st_nlink, 3);
    GIVES((long long)(stat_of("y/e/..").st_ino == stat_of("y").st_ino), 1);
    GIVES(try_rename("z", "y"), -ENOTEMPTY);
    GIVES(try_rename("y", "z"), 0);
    GIVES(stat_of("z").st_nlink, 3);
    GIVES(try_open("g", O_CREAT, 0600), 0);
    GIVES(try_rename("f", "g"), 0);
    GIVES(stat_of("f").st_nlink, 0);
    GIVES(try_link("g", "h"), 0);
    GIVES(try_rename("g", "h"), 0);
    GIVES(stat_of("g").st_nlink, 2);
    GIVES(try_unlink("g") | try_unlink("h"), 0);
    GIVES(try_rmdir("z/e") | try_rmdir("z"), 0);
}

static void test_names(void)
{
    static char name[NAME_MAX + 2];

    memset(name, 'n', NAME_MAX);
    GIVES(try_open(name, O_CREAT, 0600), 0);
    GIVES(try_unlink(name), 0);
    name[NAME_MAX] = 'n';
    GIVES(try_open(name, O_CREAT, 0600), -ENAMETOOLONG);
    GIVES(try_open(name, O_RDONLY, 0), -ENAMETOOLONG);
}

static void test_permissions(void)
{
    GIVES(try_mkdir("shared"), 0);
    struct inode *dir;
    GIVES(path_resolve(&env, "shared", PATH_FOLLOW, &dir), 0);
    dir->mode = S_IFDIR | S_ISVTX | 0777;
    GIVES(try_open("shared/roots", O_CREAT, 0600), 0);

    cred.effective = 0;
    cred.fsuid = 1000;
    cred.fsgid = 1000;
    GIVES(try_open("mine", O_CREAT, 0600), -EACCES);
    GIVES(try_open("shared/mine", O_CREAT, 0400), 0);
    GIVES(try_open("shared/mine", O_WRONLY, 0), -EACCES);
    GIVES(try_open("shared/mine", O_RDONLY, 0), 0);
    GIVES(try_open("shared/roots", O_RDONLY, 0), -EACCES);
    GIVES(try_unlink("shared/roots"), -EPERM);
    GIVES(try_rename("shared/mine", "shared/roots"), -EPERM);
    GIVES(try_unlink("shared/mine"), 0);
    GIVES(inode_set_mode(dir, &cred, 0700), -EPERM);
    GIVES(inode_set_owner(dir, &cred, 1000, (gid_t)-1), -EPERM);
    GIVES(inode_set_times(dir, &cred, NULL), 0);
    dir->mode = S_IFDIR | 0766;
    GIVES(try_open("shared/roots", O_RDONLY, 0), -EACCES);
    cred.effective = CAP_ALL;
    cred.fsuid = 0;
    cred.fsgid = 0;
    inode_put(dir);
    GIVES(try_unlink("shared/roots") | try_rmdir("shared"), 0);
}

static long write_at(struct file *file, loff_t offset, size_t len)
{
    return file_write(file, 0, len, &offset);
}

static long read_at(struct file *file, loff_t offset, size_t len)
{
    memset(user_memory, 0x55, len);
    return file_read(file, 0, len, &offset);
}

static bool user_is(size_t start, size_t len, char byte)
{
    for (size_t i = start; i < start + len; i++) {
        if (user_memory[i] != byte)
            return false;
    }
    return true;
}

static void test_contents(void)
{
    const size_t len = 100000; /* beyond one frame */
    const loff_t far = (loff_t)20 << 20;
    struct file *file;

    GIVES(path_open(&env, "data", O_RDWR | O_CREAT, 0600, &file), 0);
    memset(user_memory, 'a', len);
    GIVES(write_at(file, 10, len), (long)len);
    GIVES(stat_of("data").st_size, (long long)len + 10);
    GIVES(read_at(file, 0, len + 100), (long)len + 10);
    tap_ok(user_is(0, 10, 0) && user_is(10, len, 'a'),
           "what was written is read, and zeros before it");
    memset(user_memory, 'b', 1);
    GIVES(write_at(file, far, 1), 1);
    GIVES(read_at(file, (loff_t)len, 200000), 200000);
    tap_ok(user_is(0, 10, 'a') && user_is(10, 190000, 0), "a hole is zeros");
    GIVES(inode_truncate(file->inode, 5000), 0);
    GIVES(inode_truncate(file->inode, 9000), 0);
    GIVES(read_at(file, 0, 10000), 9000);
    tap_ok(user_is(10, 4990, 'a') && user_is(5000, 4000, 0),
           "what truncation cut off does not come back");
    GIVES(write_at(file, (loff_t)1 << 40, 1), -EFBIG);
    GIVES(inode_truncate(file->inode, -1), -EINVAL);

    loff_t offset = 0;
    GIVES(file_write(file, USER_BYTES - 10, 20, &offset), 10);
    GIVES(file_read(file, USER_BYTES - 10, 20, &offset), 10);
    GIVES(file_read(file, USER_BYTES + 10, 20, &offset), -EFAULT);
    GIVES(try_unlink("data"), 0);
    GIVES(read_at(file, 0, 1), 1);
    file_put(file);
    GIVES(ramfs_count_frames(), 0);
}

int main(void)
{
    if (!tap_ok(frames_setup(), "there is memory for frames"))
        return tap_done();
    ramfs_init();
    unsigned int before = frames_used; /* the names' */
    workdir = workdir_alloc();
    env = (struct path_env){ .base = workdir->cwd, .cred = &cred,
                             .umask = workdir->umask };
    unsigned int objects_before = objects;

    test_open();
    test_links();
    test_removal();
    test_rename();
    test_names();
    test_permissions();
    test_contents();
    tap_is(objects, objects_before, "no object is left over");
    tap_is(frames_used, before, "no frame is left over");
    return tap_done();
}
