/* SPDX-License-Identifier: MIT */
/*
 * Calls that make files and descriptors, when memory runs out at each allocation
 * in turn: an error, no descriptor used up and no file left behind, or success.
 * Needs /proc/self/fail-nth to be of use.
 */
#include "tap.h"

#include <sys/mman.h>

#include "failnth.h"

enum { PAGE = 4096, FD_FAR = 200, SIZE_LARGE = 5000 * PAGE };

static char dir[] = "/tmp/fail-file-XXXXXX";
static int pipe_fds[2], old_fd;

static long call_open(void)
{
    return open("/bin/true", O_RDONLY);
}

static void undo_close(long fd)
{
    must(close((int)fd));
}

static long call_create(void)
{
    return open("new", O_RDWR | O_CREAT | O_EXCL, 0600);
}

static void undo_create(long fd)
{
    must(close((int)fd));
    must(unlink("new"));
}

static long call_write(void)
{
    must(lseek(old_fd, SIZE_LARGE, SEEK_SET));
    return write(old_fd, "x", 1);
}

static void undo_write(long unused)
{
    (void)unused;
    must(ftruncate(old_fd, 0));
}

static long call_mkdir(void)
{
    return mkdir("new", 0700);
}

static void undo_rmdir(long unused)
{
    (void)unused;
    must(rmdir("new"));
}

static long call_link(void)
{
    return link("old", "new");
}

static long call_symlink(void)
{
    return symlink("old", "new");
}

static void undo_unlink(long unused)
{
    (void)unused;
    must(unlink("new"));
}

static long call_rename(void)
{
    return rename("old", "new");
}

static void undo_rename(long unused)
{
    (void)unused;
    must(rename("new", "old"));
}

static long call_pipe(void)
{
    return pipe(pipe_fds);
}

static void undo_pipe(long unused)
{
    (void)unused;
    must(close(pipe_fds[0]));
    must(close(pipe_fds[1]));
}

static long call_dup(void)
{
    return fcntl(0, F_DUPFD, FD_FAR);
}

static long call_memfd(void)
{
    return memfd_create("x", 0);
}

static const struct fail_case cases[] = {
    {"open", call_open, undo_close},
    {"open that creates", call_create, undo_create},
    {"write far behind the end", call_write, undo_write},
    {"mkdir", call_mkdir, undo_rmdir},
    {"link", call_link, undo_unlink},
    {"symlink", call_symlink, undo_unlink},
    {"rename", call_rename, undo_rename},
    {"pipe", call_pipe, undo_pipe},
    {"a descriptor of 200", call_dup, undo_close},
    {"memfd_create", call_memfd, undo_close},
};

int main(void)
{
    enum { CASES = sizeof cases / sizeof *cases };
    int first;

    plan(CASES + 2);
    must(mkdtemp(dir) ? 0 : -1);
    must(chdir(dir));
    file_write("old", "old");
    old_fd = must(open("old", O_WRONLY));
    fail_setup();
    first = must(dup(0));
    close(first);
    for (int i = 0; i < CASES; i++)
        fail_check(&cases[i]);
    is(dup(0), first, "no descriptor was used up");
    must(unlink("old"));
    must(chdir("/"));
    is(rmdir(dir), 0, "no file was left behind");
    return done();
}
