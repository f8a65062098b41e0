/* SPDX-License-Identifier: MIT */
/*
 * execve() keeps descriptors open, with their offsets, but for those marked
 * close-on-exec by any of the four ways to do so (execve(2), fcntl(2)).
 */
#include "tap.h"

static bool is_open(const char *number)
{
    return fcntl(atoi(number), F_GETFD) != -1;
}

int main(int argc, char **argv)
{
    char number[5][8];
    char *args[7] = {argv[0]};
    int fds[2], pair[2];
    pid_t pid;

    if (argc == 6)
        return is_open(argv[1]) && lseek(atoi(argv[1]), 0, SEEK_CUR) == 2 &&
                       !is_open(argv[2]) && !is_open(argv[3]) &&
                       !is_open(argv[4]) && !is_open(argv[5])
                   ? 0
                   : 1;
    plan(1);
    file_write("file", "abc");
    fds[0] = (int)must(open("file", O_RDONLY));
    must(lseek(fds[0], 2, SEEK_SET));
    fds[1] = (int)must(open("file", O_RDONLY | O_CLOEXEC));
    must(pipe2(pair, O_CLOEXEC));
    snprintf(number[0], 8, "%d", fds[0]);
    snprintf(number[1], 8, "%d", fds[1]);
    snprintf(number[2], 8, "%d", pair[0]);
    must(dup3(fds[0], 60, O_CLOEXEC));
    snprintf(number[3], 8, "%d", 60);
    must(dup2(fds[0], 61));
    must(fcntl(61, F_SETFD, FD_CLOEXEC));
    snprintf(number[4], 8, "%d", 61);
    for (int i = 0; i < 5; i++)
        args[i + 1] = number[i];
    args[6] = NULL;
    pid = fork();
    if (pid == 0) {
        execv(argv[0], args);
        _exit(127);
    }
    ok(exited_with(child_wait(pid), 0), "one stays open, four are closed");
    return done();
}
