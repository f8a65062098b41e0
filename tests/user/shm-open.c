/* SPDX-License-Identifier: MIT */
/*
 * shm_open() makes memory with a name, which processes map that know it; it lives
 * on without the name as long as somebody maps it (shm_open(3)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { LEN = 8192, RW = PROT_READ | PROT_WRITE };

static char name[32];

static int child_maps(void *unused)
{
    int fd = shm_open(name, O_RDWR, 0);
    char *map = mmap(NULL, LEN, RW, MAP_SHARED, fd, 0);

    (void)unused;
    expect(fd >= 0 && map != MAP_FAILED && strcmp(map, "parent") == 0);
    strcpy(map + 4096, "child");
    return 0;
}

int main(void)
{
    struct stat st;
    char *map;
    int fd;

    plan(10);
    snprintf(name, sizeof name, "/tine-%d", (int)getpid());
    fd = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0600);
    ok(fd >= 0, "it is made");
    is(fcntl(fd, F_GETFD), FD_CLOEXEC, "closed by exec");
    must(fstat(fd, &st));
    ok(S_ISREG(st.st_mode) && (st.st_mode & 0777) == 0600 && st.st_size == 0,
       "an empty file of this mode");
    must(ftruncate(fd, LEN));
    map = mmap(NULL, LEN, RW, MAP_SHARED, fd, 0);
    must(close(fd));
    strcpy(map, "parent");
    ok(exited_with(child_run(child_maps, NULL), 0), "a child finds it by name");
    is_str(map + 4096, "child", "and writes it");
    fails(shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0600), EEXIST, "it exists");
    is(shm_unlink(name), 0, "the name is removed");
    is_str(map + 4096, "child", "the memory stays");
    fails(shm_unlink(name), ENOENT, "not a second time");
    fails(shm_open("/a/b", O_RDWR, 0), EINVAL, "a name with a slash inside");
    return done();
}
