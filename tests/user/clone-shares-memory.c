/* SPDX-License-Identifier: MIT */
/*
 * CLONE_VM without CLONE_VFORK: two processes in one memory. Mappings are
 * shared too; an exec, an end or a fault of one leaves the other its memory
 * (clone(2)).
 */
#include "clone.h"

#include <sys/mman.h>

static volatile int value;
static int *volatile bad; /* NULL */
static char *volatile page;
static char **program;

static int child_writes(void *unused)
{
    (void)unused;
    value = 1;
    page = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
        return 1;
    page[0] = 'm';
    return 4;
}

static int child_execs(void *unused)
{
    char *args[] = {program[0], (char *)"child", NULL};

    (void)unused;
    value = 2;
    execv(program[0], args);
    return 127;
}

static int child_faults(void *unused)
{
    (void)unused;
    value = 3;
    *(volatile int *)bad = 1;
    return 127;
}

static int child_waits_for_value(void *unused)
{
    (void)unused;
    while (value != 5)
        sched_yield();
    value = 6;
    return 0;
}

int main(int argc, char **argv)
{
    pid_t pid;

    if (argc > 1)
        return 5;
    program = argv;
    plan(10);
    ok(exited_with(clone_run(child_writes, NULL, CLONE_VM), 4), "it ran");
    is(value, 1, "what it wrote is here");
    is(page[0], 'm', "what it mapped too");
    is(munmap(page, 4096), 0, "and can be unmapped here");
    ok(exited_with(clone_run(child_execs, NULL, CLONE_VM), 5),
       "one that runs another program");
    is(value, 2, "leaves the memory");
    ok(killed_by(clone_run(child_faults, NULL, CLONE_VM), SIGSEGV),
       "one that faults dies alone");
    is(value, 3, "and leaves it too");
    pid = clone_start(child_waits_for_value, NULL, CLONE_VM | SIGCHLD);
    value = 5;
    ok(exited_with(child_wait(pid), 0), "the child sees what is written here");
    is(value, 6, "while both run");
    return done();
}
