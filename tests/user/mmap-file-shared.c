/* SPDX-License-Identifier: MIT */
/*
 * A shared mapping of a file is the file: what is written through it read()
 * sees, what write() writes it shows, another process's mapping too; only a file
 * opened for writing may be written through it, also later by mprotect().
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, LEN = 2 * PAGE, RW = PROT_READ | PROT_WRITE };

static char path[] = "/tmp/mmap-shared-XXXXXX";

static int child_maps_anew(void *unused)
{
    int fd = open(path, O_RDWR);
    char *map = mmap(NULL, LEN, RW, MAP_SHARED, fd, 0);

    (void)unused;
    expect(map != MAP_FAILED && strcmp(map + 10, "by write") == 0);
    strcpy(map + PAGE, "by the child");
    return 0;
}

static void check_read_only(int fd)
{
    char *map = mmap(NULL, LEN, PROT_READ, MAP_SHARED, fd, 0);

    ok(map != MAP_FAILED, "opened for reading: it can be mapped to read");
    is_str(map + 10, "by write", "and shows the contents");
    fails(mprotect(map, PAGE, RW), EACCES, "mprotect to write: EACCES");
    is(mprotect(map, PAGE, PROT_NONE), 0, "mprotect to nothing");
}

int main(void)
{
    char buf[16] = "";
    int fd = must(mkstemp(path));
    char *map, *again;

    plan(12);
    must(ftruncate(fd, LEN));
    map = mmap(NULL, LEN, RW, MAP_SHARED, fd, 0);
    again = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, PAGE);
    ok(map != MAP_FAILED && again != MAP_FAILED, "a file is mapped twice");
    strcpy(map, "by map");
    must(read(fd, buf, 10));
    is_str(buf, "by map", "read() sees what was written through the mapping");
    must(write(fd, "by write", 9));
    is_str(map + 10, "by write", "the mapping shows what write() wrote");
    ok(exited_with(child_run(child_maps_anew, NULL), 0), "a child maps it too");
    is_str(map + PAGE, "by the child", "its writes are everybody's");
    is_str(again, "by the child", "at any address");
    is(msync(map, LEN, MS_SYNC), 0, "msync");
    close(fd);
    map[1] = '-';
    ok(map[1] == '-', "the mapping outlives the descriptor");
    check_read_only(must(open(path, O_RDONLY)));
    unlink(path);
    return done();
}
