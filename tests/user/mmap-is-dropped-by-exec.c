/* SPDX-License-Identifier: MIT */
/*
 * execve() gives the program a fresh address space: mappings of the former
 * one are gone (execve(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096 };
#define PLACE ((void *)0x20000000)

static int child_reads(void *at)
{
    return *(volatile char *)at;
}

int main(int argc, char **argv)
{
    char *args[] = {argv[0], (char *)"again", NULL};
    char *memory;
    pid_t pid;

    if (argc > 1)
        return killed_by(child_run(child_reads, PLACE), SIGSEGV) ? 7 : 1;
    plan(2);
    memory = mmap(PLACE, PAGE, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    ok(memory == PLACE, "a mapping at a fixed place");
    pid = fork();
    if (pid == 0) {
        execv(argv[0], args);
        _exit(127);
    }
    ok(exited_with(child_wait(pid), 7), "is not there after execve()");
    return done();
}
