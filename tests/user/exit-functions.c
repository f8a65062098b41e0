/* SPDX-License-Identifier: MIT */
/*
 * exit() runs the functions of atexit() and on_exit(), the last first, and
 * writes the streams out; quick_exit() runs those of at_quick_exit(), and
 * _exit() none (atexit(3), on_exit(3)).
 */
#include "tap.h"

enum { FUNCTIONS = 32 };

static int fds[2];
static char said[64];

static void say(char c)
{
    expect(write(fds[1], &c, 1) == 1);
}

static void say_a(void)
{
    say('a');
}

static void say_b(void)
{
    say('b');
    atexit(say_a); /* runs too, next */
}

static void say_status(int status, void *arg)
{
    say((char)('0' + status));
    say(*(char *)arg);
}

static int child_exits(void *unused)
{
    static char c = 'c';

    (void)unused;
    atexit(say_a);
    on_exit(say_status, &c);
    atexit(say_b);
    exit(3);
}

static int child_exits_quickly(void *unused)
{
    (void)unused;
    atexit(say_a);
    at_quick_exit(say_a);
    at_quick_exit(say_b);
    quick_exit(4);
}

static int child_just_exits(void *unused)
{
    (void)unused;
    atexit(say_a);
    _Exit(5);
}

static int child_has_many(void *unused)
{
    (void)unused;
    for (int i = 0; i < FUNCTIONS; i++)
        expect(atexit(say_a) == 0);
    exit(6);
}

static int child_leaves_text(void *unused)
{
    FILE *f = fdopen(dup(fds[1]), "w");

    (void)unused;
    expect(fputs("text", f) >= 0);
    exit(0);
}

/* What CHILD said, having ended with STATUS. */
static const char *heard(int (*child)(void *), int status)
{
    ssize_t len;

    must(pipe(fds));
    if (!exited_with(child_run(child, NULL), status))
        return "another status";
    close(fds[1]);
    len = must(read(fds[0], said, sizeof said - 1));
    said[len] = '\0';
    close(fds[0]);
    return said;
}

int main(void)
{
    plan(5);
    is_str(heard(child_exits, 3), "ba3ca", "the last first, also a late one");
    is_str(heard(child_exits_quickly, 4), "ba", "quick_exit has its own");
    is_str(heard(child_just_exits, 5), "", "_Exit runs none");
    is(strlen(heard(child_has_many, 6)), FUNCTIONS, "there may be 32");
    is_str(heard(child_leaves_text, 0), "text", "streams are written out");
    return done();
}
