/* SPDX-License-Identifier: MIT */
/*
 * Which blocking calls on a terminal fail with EINTR and which go on, as in
 * restart-each-call.c: reading by lines and by bytes, at both ends, and writing
 * when there is no more room.
 */
#include "restart.h"
#include "terminal.h"

static struct terminal by_lines, by_bytes, full_slave, full_master;

static int read_byte(int fd)
{
    char byte;

    return read(fd, &byte, 1) == 1 ? 0 : errno;
}

static int block_read_line(void)
{
    char line[2];

    return read(by_lines.slave, line, sizeof line) == 2 ? 0 : errno;
}

static void release_read_line(void)
{
    terminal_type(by_lines.master, "x\n");
}

static int block_read_byte(void)
{
    return read_byte(by_bytes.slave);
}

static void release_read_byte(void)
{
    terminal_type(by_bytes.master, "x");
}

static int block_read_master(void)
{
    return read_byte(by_bytes.master);
}

static void release_read_master(void)
{
    must(write(by_bytes.slave, "x", 1));
}

/* Byte by byte, so that no call has done a part; there may be some room again
 * when it is made again. */
static int write_until_error(int fd)
{
    while (write(fd, "x", 1) == 1)
        continue;
    return errno;
}

static int block_write_slave(void)
{
    return write_until_error(full_slave.slave);
}

static int block_write_master(void)
{
    return write_until_error(full_master.master);
}

static const struct restart_row rows[] = {
    {"read of a line", "EGGE", block_read_line, release_read_line},
    {"read of a byte", "EGGE", block_read_byte, release_read_byte},
    {"read of the master", "EGGE", block_read_master, release_read_master},
    {"write to a slave that nobody reads", "EGGE", block_write_slave, NULL},
    {"write to a master that nobody reads", "EGGE", block_write_master, NULL},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static struct terminal open_raw(void)
{
    struct terminal t = terminal_open();
    struct termios modes;

    must(tcgetattr(t.slave, &modes));
    cfmakeraw(&modes);
    must(tcsetattr(t.slave, TCSANOW, &modes));
    return t;
}

int main(void)
{
    plan(ROWS);
    by_lines = terminal_open();
    by_bytes = open_raw();
    full_slave = open_raw();
    full_master = open_raw();
    for (int i = 0; i < ROWS; i++)
        restart_check(&rows[i]);
    return done();
}
