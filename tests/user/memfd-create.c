/* SPDX-License-Identifier: MIT */
/*
 * memfd_create() makes a file without a name that can be read, written, made
 * longer, mapped and passed to children (memfd_create(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, NAME_TOO_LONG = 250 };

static int child_writes(void *arg)
{
    expect(write(*(int *)arg, "child", 6) == 6);
    return 0;
}

int main(void)
{
    char name[NAME_TOO_LONG + 1];
    int fd = memfd_create("test", MFD_CLOEXEC);
    struct stat st;
    char *map;

    plan(11);
    ok(fd >= 0, "there is one");
    is(fcntl(fd, F_GETFD), FD_CLOEXEC, "closed by exec, as asked");
    is(fcntl(fd, F_GETFL) & O_ACCMODE, O_RDWR, "open for both");
    must(fstat(fd, &st));
    ok(S_ISREG(st.st_mode) && st.st_size == 0 && st.st_nlink == 0,
       "an empty file without a name");
    must(ftruncate(fd, PAGE));
    map = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    ok(map != MAP_FAILED, "it can be mapped");
    ok(exited_with(child_run(child_writes, &fd), 0), "a child writes it");
    is_str(map, "child", "which the mapping shows");
    memset(name, 'n', NAME_TOO_LONG);
    name[NAME_TOO_LONG] = '\0';
    fails(memfd_create(name, 0), EINVAL, "a name of 250 bytes: EINVAL");
    ok(memfd_create(name + 1, 0) >= 0, "one of 249 is allowed");
    fails(memfd_create("x", 0x4000), EINVAL, "an unknown flag: EINVAL");
    fails(memfd_create((const char *)16, 0), EFAULT, "a bad address: EFAULT");
    return done();
}
