/* SPDX-License-Identifier: MIT */
/*
 * Shared anonymous memory is one memory for parent, child and grandchild, for as
 * long as one of them has it; so is a shared mapping of /dev/zero. A private
 * mapping of /dev/zero is private memory (mmap(2), null(4)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE };

struct maps {
    char *shared, *zero_shared, *zero_private;
};

static int grandchild_writes(void *arg)
{
    struct maps *m = arg;

    m->shared[PAGE] = 'g';
    return 0;
}

static int child_writes(void *arg)
{
    struct maps *m = arg;

    m->shared[0] = 'c';
    m->zero_shared[0] = 'z';
    m->zero_private[0] = 'z';
    expect(exited_with(child_run(grandchild_writes, m), 0));
    expect(munmap(m->shared, 2 * PAGE) == 0);
    return 0;
}

int main(void)
{
    int zero = must(open("/dev/zero", O_RDWR));
    struct maps m = {
        mmap(NULL, 2 * PAGE, RW, MAP_SHARED | MAP_ANONYMOUS, -1, 0),
        mmap(NULL, PAGE, RW, MAP_SHARED, zero, 0),
        mmap(NULL, PAGE, RW, MAP_PRIVATE, zero, 0),
    };

    plan(8);
    ok(m.shared != MAP_FAILED && m.zero_shared != MAP_FAILED &&
           m.zero_private != MAP_FAILED,
       "three kinds of memory");
    ok(m.shared[PAGE] == 0 && m.zero_shared[0] == 0 && m.zero_private[0] == 0,
       "all of it zero");
    ok(exited_with(child_run(child_writes, &m), 0), "a child writes");
    is(m.shared[0], 'c', "shared anonymous memory: the parent sees it");
    is(m.shared[PAGE], 'g', "and what a grandchild wrote");
    is(m.zero_shared[0], 'z', "/dev/zero, shared: the same");
    is(m.zero_private[0], 0, "/dev/zero, private: nothing");
    is(mmap(NULL, PAGE, RW, MAP_SHARED, zero, 0) == m.zero_shared, 0,
       "each mapping of /dev/zero is memory of its own");
    return done();
}
