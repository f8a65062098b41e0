/* SPDX-License-Identifier: MIT */
/*
 * Writing through a shared mapping sets the file's times of change, reading and
 * private writing do not (mmap(2), NOTES).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE, LONG_AGO = 1000000000 };

static int fd;

static void set_long_ago(void)
{
    struct timespec times[2] = {{LONG_AGO, 0}, {LONG_AGO, 0}};

    must(futimens(fd, times));
}

static bool is_changed(void)
{
    struct stat st;

    must(fstat(fd, &st));
    return st.st_mtime != LONG_AGO;
}

int main(void)
{
    char path[] = "/tmp/mmap-times-XXXXXX";
    volatile char *shared, *private;

    plan(3);
    fd = must(mkstemp(path));
    must(unlink(path));
    must(ftruncate(fd, 2 * PAGE));
    shared = mmap(NULL, 2 * PAGE, RW, MAP_SHARED, fd, 0);
    private = mmap(NULL, 2 * PAGE, RW, MAP_PRIVATE, fd, 0);
    set_long_ago();
    ok(shared[PAGE] == 0 && !is_changed(), "reading changes nothing");
    private[0] = 'p';
    ok(!is_changed(), "nor does writing a private mapping");
    shared[0] = 's';
    must(msync((void *)(uintptr_t)shared, 2 * PAGE, MS_SYNC));
    ok(is_changed(), "writing a shared one does");
    return done();
}
