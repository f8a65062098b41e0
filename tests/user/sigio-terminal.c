/* SPDX-License-Identifier: MIT */
/*
 * A terminal with O_ASYNC signals a line, in raw mode any input, what came at once
 * as one, and room after a write that found none; its master, that there is
 * something to read.  Who opened it only to write hears of input, too.  Without an
 * owner it is the foreground group's, and a hang-up ends it.
 */
#include "tap.h"
#include "sigio.h"
#include "terminal.h"

enum { SLAVE_SIG = 44, MASTER_SIG = 45, MUCH = 100000 };

static struct terminal t;

static void check_slave(void)
{
    terminal_lflag(t.slave, ECHO, 0);
    sigio_enable(t.slave, SLAVE_SIG);
    terminal_type(t.master, "a");
    terminal_type(t.master, "\n");
    sigio_came(SLAVE_SIG, t.slave, true, "a line");
    sigio_none("not each of its bytes");
    is(terminal_read(t.slave, 2)[0], 'a', "it is read");
    terminal_lflag(t.slave, ICANON, 0);
    terminal_type(t.master, "b");
    sigio_came(SLAVE_SIG, t.slave, true, "in raw mode a byte");
    is(terminal_read(t.slave, 1)[0], 'b', "it is read");
    terminal_type(t.master, "abc");
    sigio_came(SLAVE_SIG, t.slave, true, "three at once");
    is(terminal_read(t.slave, 3)[2], 'c', "are read");
    sigio_none("and were one event");
}

static void check_write_only(void)
{
    struct terminal other = terminal_open();
    int fd = must(open(other.name, O_WRONLY | O_NOCTTY));

    sigio_enable(fd, SLAVE_SIG);
    terminal_type(other.master, "\n");
    sigio_came(SLAVE_SIG, fd, true, "input concerns who can only write, too");
    close(fd);
    terminal_close(&other);
}

static void check_room(void)
{
    static char block[MUCH];

    must(fcntl(t.slave, F_SETFL, O_RDWR | O_NONBLOCK | O_ASYNC));
    must(fcntl(t.master, F_SETFL, O_RDWR | O_NONBLOCK));
    ok(write(t.slave, block, MUCH) < MUCH, "the terminal is full");
    sigio_none("which is no event");
    while (terminal_has_more(t.master) && read(t.master, block, MUCH) > 0) {
        struct pollfd out = {t.slave, POLLOUT, 0};

        if (poll(&out, 1, 0) == 1)
            break;
    }
    sigio_came(SLAVE_SIG, t.slave, false, "but that it has room again is");
}

static void check_master(void)
{
    struct terminal other = terminal_open();

    is(fcntl(other.master, F_SETFL, O_RDWR | O_ASYNC), 0, "the master");
    is(fcntl(other.master, F_GETOWN), getpid(), "is the caller's");
    must(fcntl(other.master, F_SETSIG, MASTER_SIG));
    must(write(other.slave, "x", 1));
    sigio_came(MASTER_SIG, other.master, true, "the slave says something");
    close(other.slave);
    sigio_none("that it ends is told by poll alone");
    close(other.master);
}

static int own_by_default(void *unused)
{
    (void)unused;
    expect(setsid() > 0 && ioctl(t.slave, TIOCSCTTY, 0) == 0);
    expect(fcntl(t.slave, F_SETFL, O_RDWR) == 0);
    expect(fcntl(t.slave, F_SETOWN, 0) == 0);
    expect(fcntl(t.slave, F_SETFL, O_RDWR | O_ASYNC) == 0);
    expect(fcntl(t.slave, F_GETOWN) == -getpgrp());
    return 0;
}

static void check_hang_up(void)
{
    int off = 0;

    is(fcntl(t.slave, F_GETFL) & O_ASYNC, O_ASYNC, "O_ASYNC is set");
    close(t.master);
    is(fcntl(t.slave, F_GETFL) & O_ASYNC, 0, "until it hangs up");
    fails(fcntl(t.slave, F_SETFL, O_ASYNC), ENOTTY, "for ever: ENOTTY");
    is(ioctl(t.slave, FIOASYNC, &off), 0, "off it may be");
}

int main(void)
{
    plan(27);
    sigio_block();
    t = terminal_open();
    check_slave();
    check_write_only();
    check_room();
    check_master();
    is(child_run(own_by_default, NULL), 0, "by default the foreground's");
    check_hang_up();
    return done();
}
