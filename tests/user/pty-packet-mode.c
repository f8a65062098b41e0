/* SPDX-License-Identifier: MIT */
/* Packet mode: each read of the master begins with a byte that tells what
 * happened at the slave (ioctl_tty(2), TIOCPKT). */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

static int packet_read(char *text, size_t size)
{
    ssize_t n = terminal_has_more(t.master) ? read(t.master, text, size) : -1;

    return n > 0 ? (unsigned char)text[0] : -1;
}

static void check_notice(int want, const char *what)
{
    char text[8];
    struct pollfd p = {t.master, POLLIN | POLLPRI, 0};

    ok(poll(&p, 1, TERMINAL_WAIT_MS) == 1 && (p.revents & POLLPRI), "POLLPRI");
    is(packet_read(text, sizeof text), want, what);
}

static void set_flow(bool is_on)
{
    struct termios modes;

    must(tcgetattr(t.slave, &modes));
    modes.c_iflag = is_on ? modes.c_iflag | IXON : modes.c_iflag & ~IXON;
    must(tcsetattr(t.slave, TCSANOW, &modes));
}

int main(void)
{
    char text[16];
    int on = 1, off = 0, seen = 0;
    ssize_t n;

    plan(25);
    t = terminal_open();
    terminal_lflag(t.slave, ECHO, 0);
    is(ioctl(t.master, TIOCPKT, &on), 0, "packet mode is on");
    is(ioctl(t.master, TIOCGPKT, &seen) == 0 && seen, 1, "TIOCGPKT says so");
    must(write(t.slave, "abc", 3));
    ok(terminal_has_more(t.master), "output comes");
    n = read(t.master, text, sizeof text);
    ok(n == 4 && memcmp(text, "\0abc", 4) == 0, "behind a 0");

    must(tcflow(t.slave, TCOOFF));
    check_notice(TIOCPKT_STOP, "output is stopped");
    must(tcflow(t.slave, TCOON));
    check_notice(TIOCPKT_START, "and started");
    terminal_type(t.master, "\023");
    check_notice(TIOCPKT_STOP, "ctrl-S is told as well");
    terminal_type(t.master, "\021");
    check_notice(TIOCPKT_START, "and ctrl-Q");
    must(tcflow(t.slave, TCOOFF));
    must(tcflow(t.slave, TCOON));
    check_notice(TIOCPKT_START, "of both only the last");
    set_flow(false);
    check_notice(TIOCPKT_NOSTOP, "ctrl-S means nothing now");
    set_flow(true);
    check_notice(TIOCPKT_DOSTOP, "it means to stop again");
    must(tcflush(t.slave, TCIFLUSH));
    check_notice(TIOCPKT_FLUSHREAD, "input was forgotten");
    must(tcflush(t.slave, TCIOFLUSH));
    check_notice(TIOCPKT_FLUSHREAD | TIOCPKT_FLUSHWRITE, "both were");

    must(ioctl(t.master, TIOCPKT, &off));
    must(write(t.slave, "d", 1));
    shows(t.master, "d", "without packet mode output is plain");
    is(tcflow(t.slave, TCOOFF), 0, "and nothing is told");
    must(tcflow(t.slave, TCOON));
    must(write(t.slave, "e", 1));
    shows(t.master, "e", "of the rest");
    terminal_close(&t);
    return done();
}
