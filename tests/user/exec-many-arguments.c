/* SPDX-License-Identifier: MIT */
/*
 * execve() passes at least 100 KiB of arguments unharmed (limits.h ARG_MAX).
 */
#include "tap.h"

enum { COUNT = 2000, LENGTH = 50 };

static int second_life(int argc, char **argv)
{
    expect(argc == COUNT + 1);
    for (int i = 1; i <= COUNT; i++) {
        expect(strlen(argv[i]) == LENGTH);
        expect(argv[i][i % LENGTH] == 'X');
    }
    expect(argv[COUNT + 1] == NULL);
    return 13;
}

int main(int argc, char **argv)
{
    static char text[COUNT][LENGTH + 1];
    static char *args[COUNT + 2];
    pid_t pid;

    if (argc > 1)
        return second_life(argc, argv);
    plan(1);
    args[0] = argv[0];
    for (int i = 1; i <= COUNT; i++) {
        memset(text[i - 1], '.', LENGTH);
        text[i - 1][i % LENGTH] = 'X';
        args[i] = text[i - 1];
    }
    pid = fork();
    if (pid == 0) {
        execv(argv[0], args);
        _exit(127);
    }
    ok(exited_with(child_wait(pid), 13), "2000 arguments of 50 bytes arrive");
    return done();
}
