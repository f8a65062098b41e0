/* SPDX-License-Identifier: MIT */
/*
 * F_GETLK told of the oldest of several locks in the way instead of the first in
 * the file (fcntl(2): "the details of one of these locks"; POSIX.1: the first).
 */
#include "lock.h"

int main(void)
{
    int fd = (int)must(open("file", O_RDWR | O_CREAT, 0600));

    plan(5);
    must(lock_ask(fd, F_SETLK, F_WRLCK, 10, 10));
    must(lock_ask(fd, F_SETLK, F_RDLCK, 30, 10));
    must(lock_ask(fd, F_SETLK, F_RDLCK, 0, 5));
    is(lock_seen(fd, 0, 0).l_start, 0, "the last that was asked for");
    must(lock_ask(fd, F_SETLK, F_RDLCK, 12, 3));
    is(lock_seen(fd, 6, 0).l_start, 10, "one that was cut off");
    is(lock_seen(fd, 12, 0).l_start, 12, "what cut it");
    is(lock_seen(fd, 15, 0).l_start, 15, "the rest behind that");
    is(lock_seen(fd, 20, 0).l_start, 30, "and the last in the file");
    return done();
}
