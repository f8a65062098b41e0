/* SPDX-License-Identifier: MIT */
/*
 * RLIMIT_MEMLOCK: who is not root may lock so many bytes and no more, by each of the
 * calls (mlock(2), ERRORS). Needs: root.
 */
#include "tap.h"

#include <sys/mman.h>
#include <sys/resource.h>

enum { PAGE = 4096, LIMIT = 4 * PAGE, SOMEBODY = 2001 };
enum { RW = PROT_READ | PROT_WRITE, ANONYMOUS = MAP_PRIVATE | MAP_ANONYMOUS };

static int child_is_somebody(void *unused)
{
    struct rlimit limit = {LIMIT, LIMIT}, none = {0, 0};
    char *area = mmap(NULL, 8 * PAGE, RW, ANONYMOUS, -1, 0);

    (void)unused;
    expect(setrlimit(RLIMIT_MEMLOCK, &limit) == 0);
    expect(mlock(area, 8 * PAGE) == 0); /* root may */
    expect(munlock(area, 8 * PAGE) == 0);
    expect(setuid(SOMEBODY) == 0);
    expect(mlock(area, 5 * PAGE) == -1 && errno == ENOMEM);
    expect(mlock(area, 3 * PAGE) == 0);
    expect(mlock(area + 3 * PAGE, 2 * PAGE) == -1 && errno == ENOMEM);
    expect(mmap(NULL, 2 * PAGE, RW, ANONYMOUS | MAP_LOCKED, -1, 0) ==
               MAP_FAILED && errno == EAGAIN);
    expect(mlockall(MCL_CURRENT) == -1 && errno == ENOMEM);
    expect(munlock(area, 3 * PAGE) == 0);
    expect(setrlimit(RLIMIT_MEMLOCK, &none) == 0);
    expect(mlock(area, PAGE) == -1 && errno == EPERM);
    expect(mlockall(MCL_FUTURE) == -1 && errno == EPERM);
    expect(munlockall() == 0);
    return 0;
}

int main(void)
{
    need_root();
    plan(1);
    ok(exited_with(child_run(child_is_somebody, NULL), 0), "the limit holds");
    return done();
}
