/* SPDX-License-Identifier: MIT */
/*
 * execve() starts the new program with the arguments and environment given,
 * in the same process: same pid, same parent (execve(2)).
 */
#include "tap.h"

extern char **environ;

static int second_life(int argc, char **argv)
{
    expect(argc == 4);
    expect(strcmp(argv[1], "again") == 0);
    expect(strcmp(argv[2], "") == 0);
    expect(strcmp(argv[3], "two words") == 0);
    expect(argv[4] == NULL);
    expect(environ[0] != NULL && strcmp(environ[0], "A=1") == 0);
    expect(environ[1] != NULL && strcmp(environ[1], "EMPTY=") == 0);
    expect(environ[2] == NULL);
    expect(getpid() == getpgrp());
    return 11;
}

int main(int argc, char **argv)
{
    char *args[] = {argv[0], (char *)"again", (char *)"",
                    (char *)"two words", NULL};
    char *env[] = {(char *)"A=1", (char *)"EMPTY=", NULL};
    pid_t pid;

    if (argc > 1)
        return second_life(argc, argv);
    plan(1);
    pid = fork();
    if (pid == 0) {
        setpgid(0, 0);
        execve(argv[0], args, env);
        _exit(127);
    }
    ok(exited_with(child_wait(pid), 11),
       "arguments, environment, pid and group are as they should be");
    return done();
}
