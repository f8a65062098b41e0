/* SPDX-License-Identifier: MIT */
/*
 * pread() and pwrite() work at the given position and
 * leave the file's own alone; ESPIPE for pipes, EINVAL for negative positions
 * (pread(2)).
 */
#include "tap.h"

int main(void)
{
    char text[16] = "";
    struct stat st;
    int fd, pipes[2];

    plan(14);
    fd = (int)must(open("file", O_RDWR | O_CREAT, 0644));
    must(write(fd, "0123456789", 10));
    must(lseek(fd, 4, SEEK_SET));
    is(pread(fd, text, 3, 7), 3, "pread()");
    is_str(text, "789", "from its position");
    is(pread(fd, text, 3, 9), 1, "short at the end");
    is(pread(fd, text, 3, 100), 0, "nothing behind it");
    is(pwrite(fd, "AB", 2, 1), 2, "pwrite()");
    is(pwrite(fd, "12345", 5, 12), 5, "behind the end");
    must(fstat(fd, &st));
    is(st.st_size, 17, "makes the file longer");
    is(lseek(fd, 0, SEEK_CUR), 4, "the file's position has not moved");
    fails(pread(fd, text, 1, -1), EINVAL, "a negative position: EINVAL");
    fails(pwrite(fd, text, 1, -1), EINVAL, "in pwrite() too");
    must(pipe(pipes));
    fails(pread(pipes[0], text, 1, 0), ESPIPE, "a pipe: ESPIPE");
    fails(pwrite(pipes[1], text, 1, 0), ESPIPE, "both ways");
    fails(pread(99, text, 1, 0), EBADF, "no descriptor: EBADF");
    must(close(fd));
    fd = (int)must(open("file", O_WRONLY | O_APPEND));
    must(pwrite(fd, "end", 3, 0));
    must(fstat(fd, &st));
    is(st.st_size, 20, "O_APPEND: pwrite() appends, as on Linux");
    return done();
}
