/* SPDX-License-Identifier: MIT */
/*
 * mprotect() made memory writable beyond RLIMIT_DATA, which counts private writable
 * mappings (getrlimit(2), mprotect(2): ENOMEM).
 */
#include "tap.h"

#include <sys/mman.h>
#include <sys/resource.h>

enum { MIB = 1 << 20 };

static int child_asks(void *unused)
{
    const struct rlimit limit = {8 * MIB, 8 * MIB};
    char *many, *few;

    (void)unused;
    many = mmap(NULL, 16 * MIB, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    few = mmap(NULL, MIB, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    expect(many != MAP_FAILED && few != MAP_FAILED);
    expect(setrlimit(RLIMIT_DATA, &limit) == 0);
    expect(mprotect(many, 16 * MIB, PROT_READ | PROT_WRITE) == -1);
    expect(errno == ENOMEM);
    expect(mprotect(many, 16 * MIB, PROT_READ) == 0);
    expect(mprotect(few, MIB, PROT_READ | PROT_WRITE) == 0);
    few[0] = 1;
    return 0;
}

/* What was writable before may become so again. */
static int child_has_too_much(void *unused)
{
    const struct rlimit limit = {MIB, MIB};
    char *p = mmap(NULL, 4 * MIB, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    (void)unused;
    expect(p != MAP_FAILED && setrlimit(RLIMIT_DATA, &limit) == 0);
    expect(mprotect(p, 4 * MIB, PROT_READ | PROT_WRITE | PROT_EXEC) == 0);
    expect(mprotect(p, 4 * MIB, PROT_READ) == 0);
    return 0;
}

int main(void)
{
    plan(2);
    ok(exited_with(child_run(child_asks, NULL), 0), "no more than the limit");
    ok(exited_with(child_run(child_has_too_much, NULL), 0),
       "what counts already may change");
    return done();
}
