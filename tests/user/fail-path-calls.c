/* SPDX-License-Identifier: MIT */
/*
 * Calls that follow paths or read directories and /proc, when memory runs out at
 * each allocation in turn: an error and no effect, or success. Needs
 * /proc/self/fail-nth to be of use.
 */
#include "tap.h"

#include "failnth.h"

static char dir[] = "/tmp/fail-path-XXXXXX";
static char here[512];

static long call_chdir(void)
{
    return chdir("sub");
}

static void undo_chdir(long unused)
{
    (void)unused;
    must(chdir(".."));
}

static long call_getcwd(void)
{
    char path[512];

    if (!getcwd(path, sizeof path))
        return -1;
    return strcmp(path, here) == 0 ? 0 : -1;
}

static long call_stat(void)
{
    struct stat st;

    return stat("link/file", &st);
}

static long call_readlink(void)
{
    char target[16];

    return readlink("link", target, sizeof target);
}

static long call_access(void)
{
    return access("link/../link/file", R_OK);
}

static long call_chmod(void)
{
    return chmod("link/file", 0600);
}

static long call_truncate(void)
{
    return truncate("link/file", 100000);
}

static long call_mkfifo(void)
{
    return mkfifo("fifo", 0600);
}

static void undo_mkfifo(long unused)
{
    (void)unused;
    must(unlink("fifo"));
}

static long call_rename_over(void)
{
    return rename("link/file", "sub/other");
}

static void undo_rename_over(long unused)
{
    (void)unused;
    must(rename("sub/other", "sub/file"));
    file_write("sub/other", "other");
}

static long call_open_directory(void)
{
    return open("link/", O_RDONLY | O_DIRECTORY);
}

static void undo_close(long fd)
{
    must(close((int)fd));
}

static const struct fail_case cases[] = {
    {"chdir", call_chdir, undo_chdir},
    {"getcwd", call_getcwd, NULL},
    {"stat through a symbolic link", call_stat, NULL},
    {"readlink", call_readlink, NULL},
    {"access", call_access, NULL},
    {"chmod", call_chmod, NULL},
    {"truncate to more", call_truncate, NULL},
    {"mkfifo", call_mkfifo, undo_mkfifo},
    {"rename over another", call_rename_over, undo_rename_over},
    {"open of a directory", call_open_directory, undo_close},
};

int main(void)
{
    enum { CASES = sizeof cases / sizeof *cases };
    static const char *const names[] = {"sub/file", "sub/other", "link"};

    plan(CASES + 1);
    must(mkdtemp(dir) ? 0 : -1);
    must(chdir(dir));
    must(getcwd(here, sizeof here) ? 0 : -1);
    must(mkdir("sub", 0700));
    must(symlink("sub", "link"));
    file_write("sub/file", "file");
    file_write("sub/other", "other");
    fail_check_all(cases, CASES);
    for (int i = 0; i < 3; i++)
        must(unlink(names[i]));
    must(rmdir("sub"));
    must(chdir("/"));
    is(rmdir(dir), 0, "nothing was left behind");
    return done();
}
