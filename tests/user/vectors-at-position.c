/* SPDX-License-Identifier: MIT */
/*
 * preadv(2) and pwritev(2) move vectors at a position of their own and leave the
 * file's alone; a pipe has none.
 */
#include "tap.h"

#include <sys/syscall.h>
#include <sys/uio.h>

static long vectors(int number, int fd, struct iovec *iov, int count, long at,
                    long at_high)
{
    errno = 0;
    return syscall(number, fd, iov, count, at, at_high);
}

int main(void)
{
    char a[3] = "ab", b[4] = "cde", got[7] = "";
    struct iovec out[2] = {{a, 2}, {b, 3}}, in[2] = {{got, 1}, {got + 1, 4}};
    int fd, ends[2];

    plan(8);
    fd = open("file", O_CREAT | O_RDWR, 0600);
    ok(vectors(SYS_pwritev, fd, out, 2, 10, 0) == 5, "pwritev writes all");
    ok(lseek(fd, 0, SEEK_CUR) == 0, "and leaves the position");
    ok(vectors(SYS_preadv, fd, in, 2, 10, 0) == 5 && strcmp(got, "abcde") == 0,
       "preadv reads all");
    ok(vectors(SYS_preadv, fd, in, 2, 13, 0) == 2, "or what there is");
    ok(vectors(SYS_preadv, fd, in, 2, 0, -1) == -1 && errno == EINVAL,
       "a negative position");
    ok(vectors(SYS_preadv, fd, in, -1, 0, 0) == -1 && errno == EINVAL,
       "a negative count");
    ok(vectors(SYS_preadv, -1, in, 2, 0, 0) == -1 && errno == EBADF,
       "no descriptor");
    if (pipe(ends) == -1)
        return 1;
    ok(vectors(SYS_pwritev, ends[1], out, 2, 0, 0) == -1 && errno == ESPIPE,
       "a pipe");
    return done();
}
