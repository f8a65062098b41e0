/* SPDX-License-Identifier: MIT */
/*
 * CLONE_CHILD_CLEARTID clears a word when the child leaves memory that others
 * share, by its end or by exec, and does nothing in memory of its own; a bad
 * address for a tid is no error (clone(2), set_tid_address(2)).
 */
#include "clone.h"
#include "raw.h"

#include <sys/mman.h>

static char **program;
static volatile int *tid;

static int child_exits(void *unused)
{
    (void)unused;
    return *tid == (int)syscall(SYS_getpid) ? 4 : 1;
}

static int child_execs(void *unused)
{
    char *args[] = {program[0], (char *)"child", NULL};

    (void)unused;
    execv(program[0], args);
    return 127;
}

static int child_asks_later(void *unused)
{
    (void)unused;
    *tid = 8;
    return (int)syscall(SYS_set_tid_address, tid) == (int)syscall(SYS_getpid)
               ? 0 : 1;
}

/* clone() with a stack, and TID for the child. */
static int run_with_tid(int (*function)(void *), int flags)
{
    static _Alignas(16) char stack[CLONE_STACK_BYTES];

    *tid = 7;
    return child_wait((pid_t)must(clone(function, stack + sizeof stack,
                                        flags | SIGCHLD, NULL, NULL, NULL,
                                        tid)));
}

int main(int argc, char **argv)
{
    int clear = CLONE_CHILD_CLEARTID, set = CLONE_CHILD_SETTID;
    pid_t pid;

    if (argc > 1)
        return 5;
    program = argv;
    plan(11);
    tid = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
               MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(tid == MAP_FAILED ? -1 : 0);
    ok(exited_with(run_with_tid(child_exits, CLONE_VM | set | clear), 4),
       "the child finds its tid");
    is(*tid, 0, "its end clears it");
    ok(exited_with(run_with_tid(child_execs, CLONE_VM | clear), 5),
       "one that runs another program");
    is(*tid, 0, "clears it as well");
    ok(exited_with(run_with_tid(child_asks_later, CLONE_VM), 0),
       "one that asks by set_tid_address");
    is(*tid, 0, "clears it too");
    ok(exited_with(run_with_tid(child_exits, set | clear), 4),
       "one with memory of its own");
    ok(*tid != 0, "clears nothing");
    pid = (pid_t)syscall(SYS_clone, SIGCHLD | CLONE_PARENT_SETTID | set | clear,
                         0, 16, 0, 16);
    if (pid == 0)
        _exit(6);
    ok(pid > 0, "bad addresses for tids are no error");
    ok(exited_with(child_wait(pid), 6), "for the child neither");
    is(syscall(SYS_set_tid_address, 16), getpid(), "nor for set_tid_address");
    return done();
}
