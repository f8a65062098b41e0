/* SPDX-License-Identifier: MIT */
/*
 * Over execve() a process keeps its pid, group, session, working directory,
 * umask, user and CPU times (execve(2)).
 */
#include "tap.h"

static int second_life(char **argv)
{
    char here[256];

    expect(atoi(argv[1]) == (int)getpid());
    expect(atoi(argv[2]) == (int)getpgrp());
    expect(atoi(argv[3]) == (int)getsid(0));
    expect(strcmp(argv[4], getcwd(here, sizeof here)) == 0);
    expect(umask(0) == 0123);
    expect(proc_stat_field(getpid(), 14) >= 5);
    return 7;
}

int main(int argc, char **argv)
{
    char number[3][16], here[256];
    char *args[] = {argv[0], number[0], number[1], number[2], here, NULL};
    pid_t pid;

    if (argc > 1)
        return second_life(argv);
    plan(1);
    must(mkdir("d", 0755));
    pid = fork();
    if (pid == 0) {
        setpgid(0, 0);
        expect(chdir("d") == 0);
        umask(0123);
        while (proc_stat_field(getpid(), 14) < 6)
            for (volatile int i = 0; i < 1000000; i++)
                continue;
        snprintf(number[0], 16, "%d", (int)getpid());
        snprintf(number[1], 16, "%d", (int)getpgrp());
        snprintf(number[2], 16, "%d", (int)getsid(0));
        expect(getcwd(here, sizeof here) != NULL);
        execv(argv[0], args);
        _exit(127);
    }
    ok(exited_with(child_wait(pid), 7), "all is kept");
    return done();
}
