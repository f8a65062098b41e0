/* SPDX-License-Identifier: MIT */
/*
 * copy_file_range() copies a part of one file into another or to another place
 * of the same (copy_file_range(2)).
 */
#include "tap.h"

int main(void)
{
    char text[32];
    int in, out, pipes[2];
    off_t from = 2, to = 1;

    plan(14);
    file_write("in", "0123456789");
    in = (int)must(open("in", O_RDWR));
    out = (int)must(open("out", O_RDWR | O_CREAT, 0644));
    is(copy_file_range(in, NULL, out, NULL, 4, 0), 4, "at their positions");
    is(copy_file_range(in, &from, out, &to, 3, 0), 3, "at given ones");
    is((long)from, 5, "which move");
    is((long)to, 4, "both");
    must(file_read("out", text, sizeof text));
    is_str(text, "0234", "the result");
    is(lseek(out, 0, SEEK_CUR), 4, "the file's own position");
    from = 8;
    is(copy_file_range(in, &from, out, NULL, 10, 0), 2, "short at the end");
    from = 0, to = 5;
    is(copy_file_range(in, &from, in, &to, 5, 0), 5, "within one file");
    must(file_read("in", text, sizeof text));
    is_str(text, "0123401234", "a copy of the half");
    from = 0, to = 3;
    fails(copy_file_range(in, &from, in, &to, 5, 0), EINVAL,
          "onto itself: EINVAL");
    fails(copy_file_range(in, NULL, out, NULL, 1, 1), EINVAL, "flags: EINVAL");
    must(pipe(pipes));
    fails(copy_file_range(pipes[0], NULL, out, NULL, 1, 0), EINVAL,
          "a pipe: EINVAL");
    fails(copy_file_range(in, NULL, 99, NULL, 1, 0), EBADF, "EBADF");
    must(fcntl(out, F_SETFL, O_APPEND));
    from = 0;
    fails(copy_file_range(in, &from, out, NULL, 1, 0), EBADF,
          "O_APPEND: EBADF");
    return done();
}
