/* SPDX-License-Identifier: MIT */
/*
 * With SS_AUTODISARM there is no alternate stack while the handler runs, which
 * may set another; its return brings the first one back. fork copies it, exec
 * and a child that shares the memory have none (sigaltstack(2)).
 */
#include "tap.h"

#include <sched.h>

#ifndef SS_AUTODISARM
#define SS_AUTODISARM ((int)0x80000000)
#endif

static char area[4 * MINSIGSTKSZ], other[4 * MINSIGSTKSZ];
static char child_stack[4096] __attribute__((aligned(16)));
static int flags_inside, error_inside;

static void on_signal(int sig, siginfo_t *info, void *context)
{
    stack_t now, next = {other, 0, sizeof other};

    (void)sig;
    (void)info;
    (void)context;
    must(sigaltstack(NULL, &now));
    flags_inside = now.ss_flags;
    error_inside = sigaltstack(&next, NULL) == 0 ? 0 : errno;
}

static int child_has_it(void *unused)
{
    stack_t now;

    (void)unused;
    expect(sigaltstack(NULL, &now) == 0);
    return now.ss_sp == area && now.ss_size == sizeof area ? 0 : 1;
}

int main(int argc, char **argv)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
    stack_t stack = {area, SS_AUTODISARM, sizeof area}, now;
    pid_t pid;

    if (argc > 1) /* after exec */
        return sigaltstack(NULL, &now) == 0 &&
                       (now.ss_flags & SS_DISABLE)
                   ? 0
                   : 1;
    plan(8);
    act.sa_sigaction = on_signal;
    must(sigaction(SIGUSR1, &act, NULL));
    must(sigaltstack(&stack, NULL));
    must(sigaltstack(NULL, &now));
    is(now.ss_flags, SS_AUTODISARM, "the flag is told again");
    raise(SIGUSR1);
    is(flags_inside & ~SS_AUTODISARM, SS_DISABLE, "in the handler there is none");
    is(error_inside, 0, "and another can be set");
    must(sigaltstack(NULL, &now));
    ok(now.ss_sp == area, "after it the first one is back");
    is(now.ss_flags, SS_AUTODISARM, "with its flag");
    ok(exited_with(child_run(child_has_it, NULL), 0), "fork copies it");
    pid = (pid_t)must(clone(child_has_it, child_stack + sizeof child_stack,
                            CLONE_VM | SIGCHLD, NULL));
    ok(exited_with(child_wait(pid), 1), "who shares the memory has none");
    pid = fork();
    if (pid == 0) {
        execl("/proc/self/exe", argv[0], "again", NULL);
        execl(argv[0], argv[0], "again", NULL);
    }
    ok(exited_with(child_wait(pid), 0), "nor has a new program");
    return done();
}
