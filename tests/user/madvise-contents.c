/* SPDX-License-Identifier: MIT */
/*
 * madvise(): MADV_DONTNEED brings back zeros or the file's contents, shared memory
 * keeps what it has; MADV_DONTFORK and MADV_WIPEONFORK say what a child gets; and
 * what is refused (madvise(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE };

static char *map(int flags, int fd)
{
    return mmap(NULL, 3 * PAGE, RW, flags, fd, 0);
}

static void check_dontneed(char *anonymous, char *shared, char *file)
{
    anonymous[0] = shared[0] = file[0] = 'x';
    is(madvise(anonymous, PAGE, MADV_DONTNEED), 0, "MADV_DONTNEED");
    is(anonymous[0], 0, "private memory: zeros");
    must(madvise(shared, PAGE, MADV_DONTNEED));
    is(shared[0], 'x', "shared memory: as it was");
    must(madvise(file, PAGE, MADV_DONTNEED));
    is(file[0], 'f', "a private mapping of a file: what the file has");
}

static int child_looks(void *arg)
{
    char *memory = arg;

    expect(memory[0] == 'a');
    expect(msync(memory + PAGE, PAGE, MS_ASYNC) == -1 && errno == ENOMEM);
    expect(memory[2 * PAGE] == 0);
    return 0;
}

static void check_fork(char *memory)
{
    memory[0] = memory[PAGE] = memory[2 * PAGE] = 'a';
    is(madvise(memory + PAGE, PAGE, MADV_DONTFORK), 0, "MADV_DONTFORK");
    is(madvise(memory + 2 * PAGE, PAGE, MADV_WIPEONFORK), 0, "MADV_WIPEONFORK");
    ok(exited_with(child_run(child_looks, memory), 0),
       "a child lacks the one, and finds the other empty");
    ok(memory[PAGE] == 'a' && memory[2 * PAGE] == 'a', "the parent has both");
}

static void check_errors(char *memory, char *shared)
{
    fails(madvise(memory + 1, PAGE, MADV_NORMAL), EINVAL, "inside a page");
    fails(madvise(memory, PAGE, 12345), EINVAL, "unknown advice");
    fails(madvise(shared, PAGE, MADV_WIPEONFORK), EINVAL, "to wipe what is shared");
    fails(madvise(shared, PAGE, MADV_FREE), EINVAL, "to free what is shared");
    is(madvise(memory, 0, MADV_DONTNEED), 0, "no bytes at all");
    must(munmap(memory + PAGE, PAGE));
    memory[2 * PAGE] = 'x';
    fails(madvise(memory, 3 * PAGE, MADV_DONTNEED), ENOMEM, "across a hole");
    is(memory[2 * PAGE], 0, "but what is behind the hole was done");
    must(mlock(memory, PAGE));
    fails(madvise(memory, PAGE, MADV_DONTNEED), EINVAL, "what is locked");
}

int main(void)
{
    char path[] = "/tmp/madvise-XXXXXX";
    int fd = must(mkstemp(path));
    char *memory = map(MAP_PRIVATE | MAP_ANONYMOUS, -1);
    char *shared = map(MAP_SHARED | MAP_ANONYMOUS, -1);

    plan(16);
    must(unlink(path));
    must(write(fd, "file", 5));
    check_dontneed(memory, shared, map(MAP_PRIVATE, fd));
    check_fork(memory);
    check_errors(memory, shared);
    return done();
}
