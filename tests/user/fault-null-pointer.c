/* SPDX-License-Identifier: MIT */
/*
 * Reading, writing or jumping through a null pointer is SIGSEGV, whose
 * default ends the process alone; siginfo has the address (signal(7)).
 */
#include "tap.h"

#include <setjmp.h>

static sigjmp_buf back;
static siginfo_t info;

static void on_fault(int sig, siginfo_t *si, void *context)
{
    (void)sig;
    (void)context;
    info = *si;
    siglongjmp(back, 1);
}

static int child_reads_null(void *arg)
{
    volatile int *where = arg;

    return *where;
}

static int child_writes_null(void *arg)
{
    volatile int *where = arg;

    *where = 1;
    return 0;
}

static int child_calls_null(void *arg)
{
    void (*function)(void);

    memcpy(&function, &arg, sizeof function);
    function();
    return 0;
}

int main(void)
{
    volatile char *volatile at = (volatile char *)0x10;
    struct sigaction act;

    plan(6);
    ok(killed_by(child_run(child_reads_null, NULL), SIGSEGV), "a read");
    ok(killed_by(child_run(child_writes_null, NULL), SIGSEGV), "a write");
    ok(killed_by(child_run(child_calls_null, NULL), SIGSEGV), "a call");
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_fault;
    act.sa_flags = SA_SIGINFO;
    sigemptyset(&act.sa_mask);
    must(sigaction(SIGSEGV, &act, NULL));
    if (sigsetjmp(back, 1) == 0)
        *at = 1;
    is(info.si_signo, SIGSEGV, "the handler gets SIGSEGV");
    is(info.si_code, SEGV_MAPERR, "nothing is mapped there: SEGV_MAPERR");
    is((long)info.si_addr, 0x10, "si_addr is the address");
    return done();
}
