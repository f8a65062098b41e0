/* SPDX-License-Identifier: MIT */
/*
 * A new pair has the lowest free number; flushes by the master and by tcsetattr()
 * forget what has come; output goes on without IXON; TIOCPKT begins without news
 * (pty(7), termios(3), ioctl_tty(2)).
 */
#include "tap.h"
#include "terminal.h"

static int number_of(int master)
{
    int number = -1;

    must(ioctl(master, TIOCGPTN, &number));
    return number;
}

static void check_numbers(void)
{
    struct terminal a = terminal_open(), b = terminal_open(), c = terminal_open();
    int was = number_of(b.master);

    terminal_close(&b);
    b = terminal_open();
    is(number_of(b.master), was, "a free number is taken again");
    terminal_close(&a);
    terminal_close(&b);
    terminal_close(&c);
}

static int count_at(int fd)
{
    int count = -1;

    must(ioctl(fd, FIONREAD, &count));
    return count;
}

static void check_flushes(void)
{
    struct terminal t = terminal_open();
    struct termios modes;

    must(write(t.slave, "shown", 5));
    ok(wait_until(count_at(t.master) == 5), "something has been shown");
    must(tcflush(t.master, TCIFLUSH));
    shows_no_more(&t, "the master forgets it");
    must(tcgetattr(t.slave, &modes));
    modes.c_lflag &= ~(tcflag_t)ECHO;
    must(tcsetattr(t.slave, TCSANOW, &modes));
    terminal_type(t.master, "typed\n");
    ok(wait_until(count_at(t.slave) == 6), "something has been typed");
    must(tcsetattr(t.slave, TCSAFLUSH, &modes));
    is(count_at(t.slave), 0, "TCSAFLUSH forgets it");
    terminal_close(&t);
}

static void check_flow(void)
{
    struct terminal t = terminal_open();
    struct termios modes;

    must(fcntl(t.slave, F_SETFL, O_RDWR | O_NONBLOCK));
    terminal_type(t.master, "\023");
    ok(wait_until(write(t.slave, "x", 1) == -1 && errno == EAGAIN),
       "ctrl-S stops the output");
    must(tcgetattr(t.slave, &modes));
    modes.c_iflag &= ~(tcflag_t)IXON;
    must(tcsetattr(t.slave, TCSANOW, &modes));
    is(write(t.slave, "y", 1), 1, "without IXON it goes on");
    terminal_close(&t);
}

static void check_packets(void)
{
    struct terminal t = terminal_open();
    int on = 1;
    char text[8];

    must(ioctl(t.master, TIOCPKT, &on));
    must(tcflush(t.slave, TCIFLUSH));
    must(ioctl(t.master, TIOCPKT, &(int){0}));
    must(ioctl(t.master, TIOCPKT, &on));
    must(write(t.slave, "x", 1));
    ok(terminal_has_more(t.master), "something comes");
    ok(read(t.master, text, sizeof text) == 2 && text[0] == TIOCPKT_DATA,
       "and no old news");
    terminal_close(&t);
}

int main(void)
{
    plan(9);
    check_numbers();
    check_flushes();
    check_flow();
    check_packets();
    return done();
}
