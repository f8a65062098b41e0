/* SPDX-License-Identifier: MIT */
/*
 * A stack grows to RLIMIT_STACK and no further: SIGSEGV (getrlimit(2)).
 */
#include "tap.h"

#include <sys/resource.h>

enum { KIB = 1024, STEP = 4 * KIB };

/* Uses so many KiB of stack, a page at a time. */
static int use_stack(int kib)
{
    volatile char page[STEP];

    page[0] = (char)kib;
    return kib > 0 ? use_stack(kib - STEP / KIB) + page[0] - (char)kib : 0;
}

static int child_uses_stack(void *kib)
{
    return use_stack(*(int *)kib);
}

static int run(rlim_t limit_kib, int use_kib)
{
    const struct rlimit limit = {limit_kib * KIB, RLIM_INFINITY};

    must(setrlimit(RLIMIT_STACK, &limit));
    return child_run(child_uses_stack, &use_kib);
}

int main(void)
{
    plan(4);
    ok(exited_with(run(8192, 4000), 0), "4000 KiB of 8192");
    ok(killed_by(run(1024, 4000), SIGSEGV), "4000 KiB of 1024: SIGSEGV");
    ok(exited_with(run(1024, 500), 0), "500 KiB of 1024");
    ok(exited_with(run(16384, 7000), 0), "the limit may be raised again");
    return done();
}
