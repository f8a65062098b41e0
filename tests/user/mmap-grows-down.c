/* SPDX-License-Identifier: MIT */
/*
 * A mapping with MAP_GROWSDOWN grows when the page below it is touched, and
 * PROT_GROWSDOWN of mprotect() reaches down to its start (mmap(2), mprotect(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, ROOM = 1024 * PAGE, RW = PROT_READ | PROT_WRITE };
enum { ANONYMOUS = MAP_PRIVATE | MAP_ANONYMOUS };

static bool is_mapped(char *page)
{
    return msync(page, PAGE, MS_ASYNC) == 0;
}

static int child_writes(void *addr)
{
    *(volatile char *)addr = 'x';
    return 0;
}

int main(void)
{
    char *room = mmap(NULL, ROOM, PROT_NONE, ANONYMOUS, -1, 0);
    char *top = room + ROOM - PAGE;

    plan(6);
    must(munmap(room, ROOM));
    ok(mmap(top, PAGE, RW, ANONYMOUS | MAP_GROWSDOWN | MAP_FIXED, -1, 0) == top,
       "a mapping that grows down");
    top[-100] = 'a';
    ok(top[-100] == 'a' && is_mapped(top - PAGE), "it has grown by a page");
    ok(!is_mapped(top - 2 * PAGE), "and not by two");
    is(mprotect(top, PAGE, PROT_READ | PROT_GROWSDOWN), 0, "PROT_GROWSDOWN");
    ok(killed_by(child_run(child_writes, top - 100), SIGSEGV),
       "protects down to the start");
    is(top[-100], 'a', "where it can still be read");
    return done();
}
