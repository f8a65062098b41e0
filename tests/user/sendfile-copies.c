/* SPDX-License-Identifier: MIT */
/*
 * sendfile() copies from a file to a file or pipe, at the file's position or at
 * the caller's (sendfile(2)).
 */
#include "raw.h"
#include "tap.h"
#include <sys/sendfile.h>

enum { BIG = 200000 };

static bool files_agree(const char *a, const char *b)
{
    static char one[BIG + 1], two[BIG + 1];

    return file_read(a, one, sizeof one) == BIG &&
           file_read(b, two, sizeof two) == BIG && memcmp(one, two, BIG) == 0;
}

int main(void)
{
    static char big[BIG + 1];
    char text[16] = "";
    int in, out, pipes[2];
    off_t at = 2;
    long old_at = 5;

    plan(17);
    for (int i = 0; i < BIG; i++)
        big[i] = (char)('a' + i % 23);
    file_write("in", big);
    in = (int)must(open("in", O_RDONLY));
    out = (int)must(open("out", O_RDWR | O_CREAT, 0644));
    is(sendfile(out, in, NULL, BIG + 100), BIG, "a whole file");
    ok(files_agree("in", "out"), "arrives");
    is(lseek(in, 0, SEEK_CUR), BIG, "the position has moved");
    is(sendfile(out, in, NULL, 10), 0, "at the end: nothing");
    must(pipe(pipes));
    is(sendfile(pipes[1], in, &at, 4), 4, "to a pipe, with a position");
    is((long)at, 6, "which moves");
    is(lseek(in, 0, SEEK_CUR), BIG, "and not the file's own");
    is(read(pipes[0], text, sizeof text), 4, "so many bytes");
    is_str(text, "cdef", "those ones");
    is(syscall(SYS_sendfile, pipes[1], in, &old_at, 1), 1, "the old call");
    is(old_at, 6, "has 32 bits");
    fails(sendfile(in, in, NULL, 1), EBADF, "to a read-only file: EBADF");
    fails(sendfile(out, 99, NULL, 1), EBADF, "from nothing: EBADF");
    at = -1;
    fails(sendfile(out, in, &at, 1), EINVAL, "a negative position: EINVAL");
    at = 0;
    fails(sendfile(out, pipes[0], &at, 1), ESPIPE,
          "a position in a pipe: ESPIPE");
    must(fcntl(out, F_SETFL, O_APPEND));
    fails(sendfile(out, in, NULL, 1), EINVAL, "O_APPEND: EINVAL");
    must(close(pipes[0]));
    signal(SIGPIPE, SIG_IGN);
    at = 0;
    fails(sendfile(pipes[1], in, &at, 1), EPIPE, "nobody reads: EPIPE");
    return done();
}
