/* SPDX-License-Identifier: MIT */
/*
 * A futex in shared memory is the same for all who map it, at whatever address:
 * shared anonymous memory, and a file that each maps by itself. In private memory
 * parent and child have each their own after fork.
 */
#include "tap.h"

#include "futex.h"

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE };

static char path[] = "/tmp/futex-XXXXXX";
static volatile unsigned private_word;

static volatile unsigned *map_file(size_t pages, off_t offset)
{
    int fd = must(open(path, O_RDWR));
    void *map = mmap(NULL, pages * PAGE, RW, MAP_SHARED, fd, offset);

    must(close(fd));
    return map;
}

static int child_waits_in_file(void *unused)
{
    /* One page more, from the start: another address and another offset in it. */
    volatile unsigned *word = map_file(2, 0) + PAGE / sizeof(unsigned);

    (void)unused;
    return futex(word, WAIT, 0, NULL, NULL, 0) == 0 ? 0 : errno;
}

int main(void)
{
    volatile unsigned *word;
    pid_t pid;
    int fd = must(mkstemp(path));

    plan(5);
    must(ftruncate(fd, 2 * PAGE));
    word = map_file(1, PAGE);
    pid = child_start(child_waits_in_file, NULL);
    ok(wait_until(proc_state(pid) == 'S'), "a child waits in a file");
    is(futex(word, WAKE, 1, NULL, NULL, 0), 1, "its parent finds it there");
    ok(exited_with(child_wait(pid), 0), "and wakes it");
    pid = futex_waiter(&private_word, 0);
    is(futex(&private_word, WAKE, 1, NULL, NULL, 0), 0,
       "in private memory it does not");
    child_kill(pid);
    pid = futex_waiter(word, 0);
    must(munmap((void *)(uintptr_t)word, PAGE));
    word = map_file(1, PAGE);
    is(futex(word, WAKE, 1, NULL, NULL, 0), 1, "mapped anew it is the same word");
    child_wait(pid);
    unlink(path);
    return done();
}
