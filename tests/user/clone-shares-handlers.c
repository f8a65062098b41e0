/* SPDX-License-Identifier: MIT */
/*
 * CLONE_SIGHAND shares what is done at each signal, not the mask; exec gives
 * the new program its own (clone(2)).
 */
#include "clone.h"

static volatile sig_atomic_t caught;
static char **program;

static void note(int sig)
{
    caught = sig;
}

static int child_sets(void *unused)
{
    (void)unused;
    handle(SIGUSR1, note, 0);
    mask_one(SIG_BLOCK, SIGUSR1);
    return 0;
}

static int child_execs(void *unused)
{
    char *args[] = {program[0], (char *)"child", NULL};

    (void)unused;
    execv(program[0], args);
    return 127;
}

static int new_program(void)
{
    struct sigaction act;

    must(sigaction(SIGUSR1, NULL, &act));
    if (act.sa_handler != SIG_DFL)
        return 1;
    handle(SIGUSR1, SIG_IGN, 0);
    return 5;
}

int main(int argc, char **argv)
{
    if (argc > 1)
        return new_program();
    program = argv;
    plan(5);
    ok(exited_with(clone_run(child_sets, NULL, CLONE_SIGHAND | CLONE_VM), 0),
       "a child with the same actions");
    must(kill(getpid(), SIGUSR1));
    is(caught, SIGUSR1, "the handler that it set is ours, its mask not");
    ok(exited_with(clone_run(child_execs, NULL, CLONE_SIGHAND | CLONE_VM), 5),
       "a new program starts without");
    caught = 0;
    must(kill(getpid(), SIGUSR1));
    is(caught, SIGUSR1, "and what it sets is its own");
    fails(unshare(0x1), EINVAL, "unshare with an unknown flag");
    return done();
}
