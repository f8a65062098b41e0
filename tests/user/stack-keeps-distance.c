/* SPDX-License-Identifier: MIT */
/*
 * A mapping that grows down keeps a distance of 256 pages from the mapping below
 * it, so that a stack that overflows meets a hole (mmap(2), MAP_GROWSDOWN).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, DISTANCE = 256 * PAGE, ROOM = 4 * DISTANCE };
enum { RW = PROT_READ | PROT_WRITE, ANONYMOUS = MAP_PRIVATE | MAP_ANONYMOUS };

static int child_writes(void *addr)
{
    *(volatile char *)addr = 'x';
    return 0;
}

int main(void)
{
    char *room = mmap(NULL, ROOM, PROT_NONE, ANONYMOUS, -1, 0);
    char *top = room + ROOM - PAGE, *nearest = room + PAGE + DISTANCE;

    plan(4);
    must(munmap(room, ROOM));
    ok(mmap(room, PAGE, RW, ANONYMOUS | MAP_FIXED, -1, 0) == room &&
       mmap(top, PAGE, RW, ANONYMOUS | MAP_GROWSDOWN | MAP_FIXED, -1, 0) == top,
       "one mapping above another");
    ok(killed_by(child_run(child_writes, nearest - 1), SIGSEGV),
       "it does not grow as near as that");
    ok(killed_by(child_run(child_writes, room + PAGE), SIGSEGV),
       "nor to the other");
    ok(exited_with(child_run(child_writes, nearest), 0), "it grows so far");
    return done();
}
