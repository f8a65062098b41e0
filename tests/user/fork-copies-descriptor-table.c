/* SPDX-License-Identifier: MIT */
/*
 * The child has its own descriptor table: what it closes or opens does not
 * change the parent's (fork(2)).
 */
#include "tap.h"

static int child_closes(void *arg)
{
    int fd = *(int *)arg;

    expect(close(fd) == 0);
    expect(dup2(0, 50) == 50);
    return 0;
}

int main(void)
{
    int fd;

    plan(3);
    file_write("file", "x");
    fd = (int)must(open("file", O_RDONLY));
    ok(exited_with(child_run(child_closes, &fd), 0), "the child closes one");
    ok(fcntl(fd, F_GETFD) == 0, "it is still open in the parent");
    fails(fcntl(50, F_GETFD), EBADF, "what the child opened is not");
    return done();
}
