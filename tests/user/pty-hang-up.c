/* SPDX-License-Identifier: MIT */
/* What each side of a pseudo-terminal sees when the other has gone. */
#include "tap.h"
#include "terminal.h"

static int events_of(int fd)
{
    struct pollfd p = {fd, POLLIN | POLLOUT, 0};

    poll(&p, 1, 0);
    return p.revents;
}

static void check_slave_gone(void)
{
    struct terminal t = terminal_open();
    char text[16];
    int again;

    is(write(t.slave, "end", 3), 3, "the slave says something");
    close(t.slave);
    ok(wait_until(events_of(t.master) & POLLIN), "the master can read it");
    ok(events_of(t.master) & POLLHUP, "and poll tells of the end");
    is(read(t.master, text, sizeof text), 3, "it gets what was written");
    fails(read(t.master, text, sizeof text), EIO, "then EIO");
    is(events_of(t.master), POLLHUP | POLLOUT, "it may still write");
    is(write(t.master, "x\n", 2), 2, "so it does");
    again = open(t.name, O_RDWR | O_NOCTTY);
    is(read(again, text, sizeof text), 2, "who opens the slave reads that");
    ok(!(events_of(t.master) & POLLHUP), "and the line is up again");
    close(again);
    close(t.master);
}

static void check_master_gone(void)
{
    struct terminal t = terminal_open();
    struct termios modes;
    pid_t pgid = 1;
    char c;

    close(t.master);
    is(read(t.slave, &c, 1), 0, "the slave's read is at its end");
    fails(write(t.slave, "x", 1), EIO, "its write fails");
    is(events_of(t.slave), POLLIN | POLLOUT | POLLERR | POLLHUP,
       "poll tells it");
    fails(tcgetattr(t.slave, &modes), EIO, "it has no modes any more");
    fails(ioctl(t.slave, TIOCSPGRP, &pgid), ENOTTY, "and no foreground");
    close(t.slave);
}

static int reads_blocked(void *arg)
{
    struct terminal *t = arg;
    char c;

    close(t->master);
    expect(read(t->slave, &c, 1) == -1 && errno == EIO);
    expect(read(t->slave, &c, 1) == 0);
    return 0;
}

static void check_sleeper(void)
{
    struct terminal t = terminal_open();
    pid_t pid = child_start(reads_blocked, &t);

    ok(wait_until(is_asleep(pid)), "a reader sleeps");
    close(t.master);
    is(child_wait(pid), 0, "it wakes with EIO, and then reads the end");
    close(t.slave);
}

int main(void)
{
    plan(16);
    check_slave_gone();
    check_master_gone();
    check_sleeper();
    return done();
}
