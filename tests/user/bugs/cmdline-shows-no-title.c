/* SPDX-License-Identifier: MIT */
/*
 * A program that wrote a title over its arguments and environment, as daemons do,
 * showed only as much of it as its arguments had been long (proc_pid_cmdline(5)).
 */
#include "../tap.h"

static void cmdline_is(const char *expected, size_t expected_len,
                       const char *what)
{
    char text[256];
    int len = file_read("/proc/self/cmdline", text, sizeof text);

    ok(len == (int)expected_len && memcmp(text, expected, expected_len) == 0,
       what);
}

int main(int argc, char **argv)
{
    char begin[] = "begin", two[] = "two", room[] = "A=room for a title";
    char *args[] = { begin, two, NULL };
    char *environment[] = { room, NULL };

    if (argc != 2) {
        execve(argv[0], args, environment);
        _exit(TAP_CHILD_FAILED);
    }
    plan(4);
    cmdline_is("begin\0two", 10, "as it was: the arguments with their NULs");
    memcpy(argv[0], "no\0ne", 5);
    cmdline_is("no\0ne\0two", 10, "the last NUL is there: no title");
    memcpy(argv[0], "a title as long as that", 24);
    cmdline_is("a title as long as that", 24,
               "over it: a title, which goes on where the environment was");
    memcpy(argv[0], "a short one", 12);
    cmdline_is("a short one", 12, "a title is shown up to its NUL");
    return done();
}
