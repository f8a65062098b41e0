/* SPDX-License-Identifier: MIT */
/*
 * Which calls that a pipe or FIFO blocks fail with EINTR and which go on, as in
 * restart-each-call.c: in pieces, from a file, and through a name.
 */
#include "restart.h"

#include <sys/sendfile.h>
#include <sys/uio.h>

static const char fifo_name[] = "restart-fifo";
static int empty[2], full[2], fifo;
static char page[4096];

static int as_errno(long result)
{
    return result < 0 ? errno : 0;
}

static int block_readv(void)
{
    struct iovec pieces[2] = {{page, 1}, {page + 1, 1}};

    return as_errno(readv(empty[0], pieces, 2));
}

static void release_readv(void)
{
    must(write(empty[1], "x", 1));
}

static int block_writev(void)
{
    struct iovec pieces[2] = {{page, 1}, {page + 1, sizeof page - 1}};

    return as_errno(writev(full[1], pieces, 2));
}

static int block_sendfile(void)
{
    int file = (int)must(open("restart-file", O_RDONLY));

    return as_errno(sendfile(full[1], file, NULL, sizeof page));
}

static void release_full(void)
{
    must(read(full[0], page, sizeof page));
}

static int block_open(void)
{
    return as_errno(open("restart-opened", O_WRONLY));
}

static void release_open(void)
{
    must(close((int)must(open("restart-opened", O_RDONLY))));
}

static int block_write_fifo(void)
{
    int fd = (int)must(open(fifo_name, O_WRONLY));

    return as_errno(write(fd, page, sizeof page));
}

static void release_write_fifo(void)
{
    must(read(fifo, page, sizeof page));
}

static const struct restart_row rows[] = {
    {"readv of a pipe", "EGGE", block_readv, release_readv},
    {"writev to a pipe", "EGGE", block_writev, release_full},
    {"sendfile to a pipe", "EGGE", block_sendfile, release_full},
    {"open of a fifo to write", "EGGE", block_open, release_open},
    {"write to a fifo", "EGGE", block_write_fifo, release_write_fifo},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static void fill(int fd)
{
    must(fcntl(fd, F_SETFL, O_NONBLOCK));
    while (write(fd, page, sizeof page) > 0)
        continue;
    must(fcntl(fd, F_SETFL, 0));
}

int main(void)
{
    int file = (int)must(open("restart-file", O_WRONLY | O_CREAT, 0600));

    plan(ROWS);
    must(write(file, page, sizeof page));
    must(pipe(empty));
    must(pipe(full));
    fill(full[1]);
    must(mkfifo("restart-opened", 0600));
    must(mkfifo(fifo_name, 0600));
    fifo = (int)must(open(fifo_name, O_RDWR));
    fill(fifo);
    for (int i = 0; i < ROWS; i++)
        restart_check(&rows[i]);
    unlink("restart-file");
    unlink("restart-opened");
    unlink(fifo_name);
    return done();
}
