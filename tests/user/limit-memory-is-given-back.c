/* SPDX-License-Identifier: MIT */
/*
 * What is unmapped, or below the break again, does not count any more for
 * RLIMIT_AS and RLIMIT_DATA (getrlimit(2)).
 */
#include "tap.h"

#include <sys/mman.h>
#include <sys/resource.h>

enum { LIMIT = 64 << 20, PART = 24 << 20, ROUNDS = 10 };
enum { RW = PROT_READ | PROT_WRITE, ANONYMOUS = MAP_PRIVATE | MAP_ANONYMOUS };

/* How often PART can be mapped and unmapped, in two pieces. */
static int count_mapped(void)
{
    int rounds = 0;

    for (; rounds < ROUNDS; rounds++) {
        char *part = mmap(NULL, PART, RW, ANONYMOUS, -1, 0);

        if (part == MAP_FAILED || munmap(part + PART / 2, PART / 2) != 0 ||
            munmap(part, PART / 2) != 0)
            break;
    }
    return rounds;
}

static int count_broken(void)
{
    int rounds = 0;

    while (rounds < ROUNDS && sbrk(PART) != (void *)-1 &&
           sbrk(-PART) != (void *)-1)
        rounds++;
    return rounds;
}

static int counts_under(int resource)
{
    const struct rlimit limit = {LIMIT, LIMIT};

    expect(setrlimit(resource, &limit) == 0);
    expect(count_mapped() == ROUNDS);
    expect(count_broken() == ROUNDS);
    expect(mmap(NULL, LIMIT, RW, ANONYMOUS, -1, 0) == MAP_FAILED);
    return 0;
}

static int child_counts(void *resource)
{
    return counts_under(*(int *)resource);
}

int main(void)
{
    int address_space = RLIMIT_AS, data = RLIMIT_DATA;

    plan(2);
    ok(exited_with(child_run(child_counts, &address_space), 0), "RLIMIT_AS");
    ok(exited_with(child_run(child_counts, &data), 0), "RLIMIT_DATA");
    return done();
}
