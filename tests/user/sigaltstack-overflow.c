/* SPDX-License-Identifier: MIT */
/*
 * A handler catches the overflow of the stack on the alternate one; when that
 * cannot hold one more frame the process ends by SIGSEGV, even with a handler
 * for it (sigaltstack(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { AREA = 16384 };

static char *area;
static pid_t self;

static int overflow(volatile int depth)
{
    volatile char room[4096];

    room[0] = (char)depth;
    return depth < 0 ? 0 : overflow(depth + 1) + room[0];
}

static void on_segv(int sig)
{
    char here;

    (void)sig;
    _exit(&here >= area && &here < area + AREA ? 42 : TAP_CHILD_FAILED);
}

/* Not raise(), for its own stack may reach below the alternate one, where the
 * kernel would take that for unused. */
static void on_signal_again(int sig)
{
    kill(self, sig);
}

static void on_segv_wrong(int sig)
{
    (void)sig;
    _exit(TAP_CHILD_FAILED);
}

static void altstack_set(void)
{
    stack_t stack = {.ss_size = AREA};

    area = mmap(NULL, 4 * AREA, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    expect(area != MAP_FAILED);
    area += 2 * AREA; /* below it there is memory, and yet no stack */
    stack.ss_sp = area;
    must(sigaltstack(&stack, NULL));
}

static int child_overflows(void *unused)
{
    (void)unused;
    altstack_set();
    handle(SIGSEGV, on_segv, SA_ONSTACK);
    return overflow(0);
}

static int child_nests(void *unused)
{
    (void)unused;
    altstack_set();
    handle(SIGUSR1, on_signal_again, SA_ONSTACK | SA_NODEFER);
    handle(SIGSEGV, on_segv_wrong, SA_ONSTACK);
    self = getpid();
    kill(self, SIGUSR1);
    return TAP_CHILD_FAILED;
}

int main(void)
{
    plan(2);
    ok(exited_with(child_run(child_overflows, NULL), 42),
       "SIGSEGV for the overflow is caught on the alternate stack");
    ok(killed_by(child_run(child_nests, NULL), SIGSEGV),
       "the alternate stack's own overflow kills");
    return done();
}
