/* SPDX-License-Identifier: MIT */
/*
 * mmap() of private anonymous memory gives zeros, page-aligned, private to
 * the process after fork(), and MAP_FIXED replaces what was there (mmap(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, PAGES = 10, LEN = PAGES * PAGE };

static char *map_at(void *where, size_t len, int extra)
{
    return mmap(where, len, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | extra, -1, 0);
}

static int child_changes(void *arg)
{
    char *memory = arg;

    expect(memory[5] == 'p');
    memory[5] = 'c';
    return 0;
}

int main(void)
{
    char *memory = map_at(NULL, LEN, 0), *other;
    bool is_zero = true;

    plan(11);
    ok(memory != MAP_FAILED && (uintptr_t)memory % PAGE == 0,
       "it is page-aligned");
    for (int i = 0; i < LEN; i++)
        is_zero = is_zero && memory[i] == 0;
    ok(is_zero, "and zero");
    memory[5] = 'p';
    ok(exited_with(child_run(child_changes, memory), 0), "a child writes it");
    is(memory[5], 'p', "its writes are its own");
    other = map_at(NULL, 1, 0);
    ok(other != MAP_FAILED && (other >= memory + LEN || other < memory),
       "another mapping is elsewhere");
    other[PAGE - 1] = 1;
    ok(other[PAGE - 1] == 1, "a length of 1 is a whole page");
    memory[PAGE] = 'x';
    ok(map_at(memory + PAGE, PAGE, MAP_FIXED) == memory + PAGE,
       "MAP_FIXED maps where it is told");
    is(memory[PAGE], 0, "in place of what was there");
    is(memory[5], 'p', "and of nothing else");
    fails((long)map_at(NULL, 0, 0), EINVAL, "a length of 0: EINVAL");
    fails((long)map_at((char *)memory + 1, PAGE, MAP_FIXED), EINVAL,
          "a fixed address inside a page: EINVAL");
    return done();
}
