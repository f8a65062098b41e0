/* SPDX-License-Identifier: MIT */
/*
 * A child of vfork that set its limits on memory left them in the memory that it
 * shared: its parent could map no more. They are the child's (vfork(2)).
 */
#include "../tap.h"

#include <sys/mman.h>
#include <sys/resource.h>

enum { MIB = 1 << 20 };

int main(void)
{
    const struct rlimit small = {MIB / 4, RLIM_INFINITY};
    struct rlimit now;
    pid_t pid;

    plan(3);
    pid = vfork();
    if (pid == 0)
        _exit(setrlimit(RLIMIT_AS, &small) == 0 ? 0 : 1);
    ok(exited_with(child_wait(pid), 0), "the child has set a limit");
    must(getrlimit(RLIMIT_AS, &now));
    is((long)now.rlim_cur, (long)RLIM_INFINITY, "the parent has none");
    ok(mmap(NULL, MIB, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
       MAP_FAILED, "and can map memory");
    return done();
}
