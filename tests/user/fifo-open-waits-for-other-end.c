/* SPDX-License-Identifier: MIT */
/*
 * Opening a fifo waits until the other end is opened too; bytes then go
 * through it, and what is in it is gone when all have closed (fifo(7)).
 */
#include "tap.h"

static int child_opens(void *flags)
{
    int fd = open("fifo", *(int *)flags);

    expect(fd >= 0);
    if (*(int *)flags == O_WRONLY)
        expect(write(fd, "hello", 5) == 5);
    return close(fd);
}

int main(void)
{
    int for_reading = O_RDONLY, for_writing = O_WRONLY, fd;
    char text[16] = "";
    struct stat st;
    pid_t child;

    plan(14);
    must(mkfifo("fifo", 0644));
    child = child_start(child_opens, &for_writing);
    ok(wait_until(is_asleep(child)), "a writer waits in open()");
    fd = open("fifo", O_RDONLY);
    ok(fd >= 0, "for a reader");
    is(read(fd, text, sizeof text), 5, "what it wrote comes through");
    is_str(text, "hello", "as it was");
    ok(exited_with(child_wait(child), 0), "the writer closes it");
    is(read(fd, text, 1), 0, "end of file");
    must(close(fd));

    child = child_start(child_opens, &for_reading);
    ok(wait_until(is_asleep(child)), "a reader waits in open()");
    fd = open("fifo", O_WRONLY);
    ok(fd >= 0, "for a writer");
    ok(exited_with(child_wait(child), 0), "who comes");
    must(close(fd));

    fd = open("fifo", O_RDWR);
    ok(fd >= 0, "O_RDWR waits for nobody");
    is(write(fd, "left", 4), 4, "something is left in it");
    must(close(fd));
    fd = (int)must(open("fifo", O_RDONLY | O_NONBLOCK));
    is(read(fd, text, sizeof text), 0, "and is gone after the last close");
    must(fstat(fd, &st));
    ok(S_ISFIFO(st.st_mode), "fstat() says what it is");
    is(st.st_size, 0, "of no size");
    return done();
}
