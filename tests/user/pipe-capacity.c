/* SPDX-License-Identifier: MIT */
/*
 * A pipe holds 65536 bytes; with O_NONBLOCK a write beyond is EAGAIN, one of
 * at most PIPE_BUF bytes is all or nothing (pipe(7)).
 */
#include "tap.h"

enum { CAPACITY = 65536, ATOMIC = 4096 };

int main(void)
{
    static char block[CAPACITY + 1000];
    int fds[2];

    plan(9);
    must(pipe2(fds, O_NONBLOCK));
    fails(read(fds[0], block, 1), EAGAIN, "an empty pipe: EAGAIN");
    is(write(fds[1], block, sizeof block), CAPACITY, "it holds 65536");
    fails(write(fds[1], block, 1), EAGAIN, "and not one more: EAGAIN");
    is(read(fds[0], block, ATOMIC), ATOMIC, "4096 are read");
    is(write(fds[1], block, ATOMIC), ATOMIC, "which makes room for as many");
    must(read(fds[0], block, ATOMIC - 1));
    fails(write(fds[1], block, ATOMIC), EAGAIN,
          "4096 do not go into less: EAGAIN, nothing is written");
    is(read(fds[0], block, sizeof block), CAPACITY - ATOMIC + 1,
       "all the rest is read");
    fails(read(fds[0], block, 1), EAGAIN, "then it is empty");
    fails(pipe2(fds, O_APPEND), EINVAL, "pipe2 with another flag: EINVAL");
    return done();
}
