/* SPDX-License-Identifier: MIT */
/*
 * munmap() may take away the middle, either end or several mappings at once;
 * what it leaves keeps its contents (munmap(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, PAGES = 9 };

static int child_touches(void *at)
{
    *(volatile char *)at = 1;
    return 0;
}

static bool is_mapped(char *at)
{
    return exited_with(child_run(child_touches, at), 0);
}

int main(void)
{
    char *memory = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    bool is_kept = true;

    plan(14);
    for (int i = 0; i < PAGES; i++)
        memory[i * PAGE] = (char)('a' + i);
    is(munmap(memory + 4 * PAGE, PAGE), 0, "the middle goes");
    ok(!is_mapped(memory + 4 * PAGE), "it is a hole");
    ok(is_mapped(memory + 3 * PAGE) && is_mapped(memory + 5 * PAGE),
       "its neighbours stay");
    is(munmap(memory, PAGE), 0, "the first page goes");
    is(munmap(memory + 8 * PAGE, PAGE), 0, "the last page goes");
    ok(!is_mapped(memory) && !is_mapped(memory + 8 * PAGE), "both are holes");
    for (int i = 1; i < 8; i++)
        is_kept = is_kept && (i == 4 || memory[i * PAGE] == 'a' + i);
    ok(is_kept, "the others keep their contents");
    is(munmap(memory + 2 * PAGE, 4 * PAGE), 0, "a range with a hole in it");
    ok(!is_mapped(memory + 2 * PAGE) && !is_mapped(memory + 5 * PAGE),
       "is all gone");
    ok(is_mapped(memory + PAGE) && is_mapped(memory + 6 * PAGE) &&
       is_mapped(memory + 7 * PAGE), "what is around it stays");
    is(munmap(memory, PAGES * PAGE), 0, "all of it");
    is(munmap(memory, PAGES * PAGE), 0, "where nothing is, it is no error");
    fails(munmap(memory + 1, PAGE), EINVAL, "an unaligned start: EINVAL");
    fails(munmap(memory, 0), EINVAL, "a length of 0: EINVAL");
    return done();
}
