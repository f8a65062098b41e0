/* SPDX-License-Identifier: MIT */
/*
 * RLIMIT_AS bounds all mappings, RLIMIT_DATA the private writable ones and the
 * break: ENOMEM (getrlimit(2)).
 */
#include "tap.h"

#include <sys/mman.h>
#include <sys/resource.h>

enum { MIB = 1 << 20 };

static void *map(size_t len, int prot)
{
    return mmap(NULL, len, prot, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void limit_to(int resource, rlim_t bytes)
{
    const struct rlimit limit = {bytes, RLIM_INFINITY};

    expect(setrlimit(resource, &limit) == 0);
}

static int child_address_space(void *unused)
{
    void *addr;

    (void)unused;
    limit_to(RLIMIT_AS, 24 * MIB);
    expect(map(32 * MIB, PROT_NONE) == MAP_FAILED && errno == ENOMEM);
    addr = map(8 * MIB, PROT_READ);
    expect(addr != MAP_FAILED);
    expect(map(20 * MIB, PROT_READ) == MAP_FAILED && errno == ENOMEM);
    expect(sbrk(20 * MIB) == (void *)-1 && errno == ENOMEM);
    expect(munmap(addr, 8 * MIB) == 0);
    expect(map(12 * MIB, PROT_READ) != MAP_FAILED);
    return 0;
}

static int child_data(void *unused)
{
    (void)unused;
    limit_to(RLIMIT_DATA, 8 * MIB);
    expect(map(16 * MIB, PROT_READ | PROT_WRITE) == MAP_FAILED &&
           errno == ENOMEM);
    expect(map(16 * MIB, PROT_READ) != MAP_FAILED);
    expect(mmap(NULL, 16 * MIB, PROT_READ | PROT_WRITE,
                MAP_SHARED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
    expect(sbrk(16 * MIB) == (void *)-1 && errno == ENOMEM);
    expect(sbrk(MIB) != (void *)-1);
    return 0;
}

static int child_beyond_already(void *unused)
{
    (void)unused;
    limit_to(RLIMIT_AS, MIB / 4);
    expect(map(MIB, PROT_READ) == MAP_FAILED && errno == ENOMEM);
    return 0;
}

int main(void)
{
    plan(3);
    ok(exited_with(child_run(child_address_space, NULL), 0), "RLIMIT_AS");
    ok(exited_with(child_run(child_data, NULL), 0), "RLIMIT_DATA");
    ok(exited_with(child_run(child_beyond_already, NULL), 0),
       "a limit below what is there forbids only more");
    return done();
}
