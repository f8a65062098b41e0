/* SPDX-License-Identifier: MIT */
/*
 * ETXTBSY both ways: a file that is open for writing cannot be executed, and
 * one that is executed cannot be opened for writing nor cut (execve(2),
 * open(2), truncate(2)).
 */
#include "tap.h"

#define PROGRAM "exec-busy-text.tmp"

static int child_execs(void *quiet)
{
    char *args[] = {(char *)PROGRAM, (char *)"child", NULL};
    char *env[] = {NULL};

    execve(PROGRAM, args, env);
    return quiet ? errno : 127;
}

/* A copy of this program that can be written to. */
static void copy(const char *from)
{
    static char buf[4096];
    int in = (int)must(open(from, O_RDONLY));
    int out = (int)must(open(PROGRAM, O_WRONLY | O_CREAT | O_TRUNC, 0755));
    ssize_t n;

    while ((n = read(in, buf, sizeof buf)) > 0)
        must(write(out, buf, (size_t)n) == n ? 0 : -1);
    must(close(in));
    must(close(out));
}

/* The running copy: says so and waits until it is told to end. */
static int child_main(void)
{
    char c;

    if (write(1, "r", 1) != 1 || read(0, &c, 1) != 0)
        return 1;
    return 0;
}

int main(int argc, char **argv)
{
    int in[2], out[2], fd;
    pid_t pid;
    char c;

    if (argc > 1)
        return child_main();
    plan(12);
    copy(argv[0]);
    fd = (int)must(open(PROGRAM, O_WRONLY));
    is(WEXITSTATUS(child_run(child_execs, &fd)), ETXTBSY,
       "open for writing: it cannot be run");
    must(close(fd));
    must(pipe2(in, O_CLOEXEC));
    must(pipe2(out, O_CLOEXEC));
    pid = fork();
    if (pid == 0) {
        dup2(in[0], 0);
        dup2(out[1], 1);
        _exit(child_execs(NULL));
    }
    is(read(out[0], &c, 1), 1, "closed, it runs");
    fails(open(PROGRAM, O_WRONLY), ETXTBSY, "running: no open for writing");
    fails(open(PROGRAM, O_RDWR), ETXTBSY, "for both");
    fails(open(PROGRAM, O_RDONLY | O_TRUNC), ETXTBSY, "nor one that cuts it");
    fails(truncate(PROGRAM, 0), ETXTBSY, "nor truncate");
    ok((fd = open(PROGRAM, O_RDONLY)) >= 0, "reading is fine");
    close(fd);
    is(chmod(PROGRAM, 0700), 0, "its mode can change");
    is(unlink(PROGRAM), 0, "and its name go");
    copy(argv[0]);
    ok((fd = open(PROGRAM, O_WRONLY)) >= 0, "a new file of that name is free");
    close(fd);
    must(close(in[1]));
    ok(exited_with(child_wait(pid), 0), "it ends well");
    is(unlink(PROGRAM), 0, "clean");
    return done();
}
