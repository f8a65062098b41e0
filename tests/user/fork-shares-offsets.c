/* SPDX-License-Identifier: MIT */
/*
 * Parent and child share one file offset for a file opened before the
 * fork() (fork(2), open(2) "open file description").
 */
#include "tap.h"

static int child_reads_three(void *arg)
{
    char text[4] = "";

    expect(read(*(int *)arg, text, 3) == 3);
    return strcmp(text, "abc") == 0 ? 0 : 1;
}

int main(void)
{
    char text[4] = "";
    int fd;

    plan(4);
    file_write("letters", "abcdef");
    fd = (int)must(open("letters", O_RDONLY));
    ok(exited_with(child_run(child_reads_three, &fd), 0), "the child reads");
    is(lseek(fd, 0, SEEK_CUR), 3, "the parent's offset moved with it");
    is(read(fd, text, 3), 3, "the parent reads on");
    is_str(text, "def", "from where the child ended");
    return done();
}
