/* SPDX-License-Identifier: MIT */
/*
 * writev() gathers and readv() scatters in the order of their arrays
 * (readv(2)).
 */
#include "tap.h"

#include <sys/syscall.h>
#include <sys/uio.h>

int main(void)
{
    char one[4] = "", two[4] = "", three[8] = "";
    struct iovec out[3], in[3];
    int fds[2];

    plan(7);
    must(pipe(fds));
    out[0].iov_base = (char *)"abc";
    out[0].iov_len = 3;
    out[1].iov_base = NULL;
    out[1].iov_len = 0;
    out[2].iov_base = (char *)"defg";
    out[2].iov_len = 4;
    is(writev(fds[1], out, 3), 7, "three pieces, one empty");
    in[0].iov_base = one;
    in[0].iov_len = 2;
    in[1].iov_base = two;
    in[1].iov_len = 2;
    in[2].iov_base = three;
    in[2].iov_len = 7;
    is(readv(fds[0], in, 3), 7, "are read into three others");
    is_str(one, "ab", "the first");
    is_str(two, "cd", "the second");
    is_str(three, "efg", "the third, not filled");
    fails(syscall(SYS_writev, fds[1], out, -1), EINVAL,
          "a negative count: EINVAL");
    is(writev(fds[1], out, 0), 0, "none: 0");
    return done();
}
