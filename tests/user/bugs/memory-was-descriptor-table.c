/* SPDX-License-Identifier: MIT */
/*
 * The processor's local descriptor table was never said to be none: it was the
 * lowest 64 KiB of memory, where a program could make itself segments, and gates.
 */
#include "tap.h"

#include <sys/mman.h>

enum { SELECTOR_LOCAL = 0xffff, PAGE = 4096, LAST_PAGE = 0xf000, GENERAL_FAULT = 128 };

static void on_fault(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)context;
    _exit(info->si_code == GENERAL_FAULT ? 0 : 1);
}

/* Loads the last segment of the table, having put a good one there if it may. */
static int child_loads(void *unused)
{
    static const unsigned int flat_data[2] = {0x0000ffff, 0x00cff300};
    struct sigaction act;
    char *page = mmap((void *)LAST_PAGE, PAGE, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);

    (void)unused;
    if (page != MAP_FAILED)
        memcpy(page + PAGE - sizeof flat_data, flat_data, sizeof flat_data);
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_fault;
    act.sa_flags = SA_SIGINFO;
    sigaction(SIGSEGV, &act, NULL);
    __asm__ volatile("movl %0, %%es" : : "r"(SELECTOR_LOCAL));
    return 2;
}

int main(void)
{
    plan(1);
    is(child_run(child_loads, NULL), 0, "a local selector is a general protection fault");
    return done();
}
