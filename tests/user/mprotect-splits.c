/* SPDX-License-Identifier: MIT */
/*
 * mprotect() changes exactly the pages it names, also in the middle of a
 * mapping and after a fork(); over a hole it is ENOMEM (mprotect(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096 };

static int child_writes(void *at)
{
    *(volatile char *)at = 1;
    return 0;
}

static bool is_writable(char *at)
{
    return exited_with(child_run(child_writes, at), 0);
}

int main(void)
{
    char *memory = mmap(NULL, 5 * PAGE, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    plan(10);
    memset(memory, 'm', 5 * PAGE);
    is(mprotect(memory + 2 * PAGE, PAGE, PROT_READ), 0, "one page of five");
    ok(!is_writable(memory + 2 * PAGE), "is read-only");
    ok(is_writable(memory + PAGE) && is_writable(memory + 3 * PAGE),
       "the others are not");
    is(memory[2 * PAGE + 7], 'm', "its contents are kept");
    is(mprotect(memory + 2 * PAGE, PAGE, PROT_READ | PROT_WRITE), 0, "back");
    ok(is_writable(memory + 2 * PAGE), "it is writable again");
    memory[2 * PAGE] = 'n';
    is(memory[2 * PAGE], 'n', "here, too");
    fails(mprotect(memory + 1, PAGE, PROT_READ), EINVAL,
          "an unaligned start: EINVAL");
    must(munmap(memory + PAGE, PAGE));
    fails(mprotect(memory, 3 * PAGE, PROT_READ), ENOMEM, "a hole: ENOMEM");
    is(mprotect(memory + 2 * PAGE, 0, PROT_READ), 0,
       "a length of 0 does nothing");
    return done();
}
