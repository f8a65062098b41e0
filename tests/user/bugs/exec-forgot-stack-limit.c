/* SPDX-License-Identifier: MIT */
/*
 * A program began with 128 KiB of stack, whatever RLIMIT_STACK was; and arguments that
 * do not fit below the limit are E2BIG (execve(2), getrlimit(2)).
 */
#include "../tap.h"

#include <sys/resource.h>

enum { KIB = 1024, LIMIT = 64 * KIB, FRAME = 4 * KIB, LONG = 12000 };

static int pipe_ends[2];

/* Tells how deep the stack is by now, again and again. */
static int goes_down(int depth)
{
    volatile char frame[FRAME];

    frame[0] = (char)depth;
    depth += FRAME;
    expect(write(1, &depth, sizeof depth) == sizeof depth);
    return depth > 0 ? goes_down(depth) + frame[0] : 0;
}

static int runs_limited(void *arg)
{
    struct rlimit limit = {LIMIT, LIMIT};

    must(setrlimit(RLIMIT_STACK, &limit));
    must(dup2(pipe_ends[1], 1));
    execl(arg, "goes", "down", NULL);
    return errno;
}

static int runs_with_long(void *arg)
{
    static char word[LONG];
    struct rlimit limit = {2 * FRAME, 2 * FRAME};

    memset(word, 'x', LONG - 1);
    must(setrlimit(RLIMIT_STACK, &limit));
    execl(arg, "goes", word, NULL);
    return errno;
}

int main(int argc, char **argv)
{
    int depth = 0, told;

    if (argc > 1)
        return goes_down(0);
    plan(4);
    must(pipe(pipe_ends));
    int status = child_run(runs_limited, argv[0]);
    ok(killed_by(status, SIGSEGV), "who goes below the limit gets SIGSEGV");
    close(pipe_ends[1]);
    while (read(pipe_ends[0], &told, sizeof told) == sizeof told)
        depth = told;
    ok(depth > 0, "the program has run");
    ok(depth < LIMIT, "as deep as RLIMIT_STACK lets it");
    is(child_run(runs_with_long, argv[0]), W_EXITCODE(E2BIG, 0),
       "arguments beyond the limit: E2BIG");
    return done();
}
