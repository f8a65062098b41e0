/* SPDX-License-Identifier: MIT */
/*
 * EXTPROC: who types has edited the line and echoed it, so that the terminal only
 * strips bits and letters' case.  All that comes can be read; VEOF alone is an end
 * of file.  A master in packet mode is told each change of the modes: TIOCPKT_IOCTL.
 */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

static int typed(void)
{
    int count = -1;

    must(ioctl(t.slave, FIONREAD, &count));
    return count;
}

/* Types TEXT, and waits until all of it can be read. */
static void type(const char *text)
{
    terminal_type(t.master, text);
    if (!wait_until(typed() == (int)strlen(text)))
        tap_bail("what was typed does not come");
}

static void set_iflag(tcflag_t clear, tcflag_t set)
{
    struct termios modes;

    must(tcgetattr(t.slave, &modes));
    modes.c_iflag = (modes.c_iflag & ~clear) | set;
    must(tcsetattr(t.slave, TCSANOW, &modes));
}

static void check_input(void)
{
    static const char *const texts[] = {"ab", "a\3b\177\026\r\n", "a\4", "\4\4"};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        type(texts[i]);
        shows(t.slave, texts[i], "what is typed is read, whatever it is");
    }
    type("\023");
    must(write(t.slave, "out", 3));
    shows(t.master, "out", "ctrl-S stops nothing, and nothing was echoed");
    shows(t.slave, "\023", "it is read");
    set_iflag(0, ISTRIP | IUCLC | PARMRK);
    type("A\xe2\xff");
    shows(t.slave, "ab\177", "ISTRIP and IUCLC do work");
    set_iflag(ISTRIP | IUCLC, IGNCR);
    type("\xff\r");
    shows(t.slave, "\xff\r", "PARMRK and IGNCR do not");
    set_iflag(PARMRK | IGNCR, 0);
}

static void check_end_of_file(void)
{
    char c = 0;

    type("\4");
    is(read(t.slave, &c, 1), 0, "VEOF alone is an end of file");
    type("z\4");
    is(read(t.slave, &c, 1), 1, "of two bytes the first");
    is(read(t.slave, &c, 1), 0, "then the end of file");
    type("\4z");
    is(read(t.slave, &c, 1), 1, "in front of another one");
    is(c, 4, "it is a byte");
    is(read(t.slave, &c, 1), 1, "and that is the next");
}

static void check_change(void)
{
    type("abc");
    terminal_lflag(t.slave, EXTPROC, 0);
    is(typed(), 3, "without EXTPROC what has come is a line");
    shows(t.slave, "abc", "which is read");
    terminal_lflag(t.slave, ECHO, 0);
    terminal_type(t.master, "de");
    terminal_lflag(t.slave, 0, EXTPROC);
    ok(wait_until(typed() == 2), "with it a part of a line can be read");
    shows(t.slave, "de", "and is");
}

static void check_packets(void)
{
    char news[8];

    must(ioctl(t.master, TIOCPKT, &(int){1}));
    terminal_lflag(t.slave, 0, ECHO);
    is(read(t.master, news, sizeof news), 1, "the modes change: news");
    is(news[0], TIOCPKT_IOCTL, "of TIOCPKT_IOCTL");
    terminal_lflag(t.slave, EXTPROC, 0);
    is(read(t.master, news, sizeof news), 1, "EXTPROC ends: news");
    is(news[0], TIOCPKT_IOCTL, "the same");
}

int main(void)
{
    plan(22);
    t = terminal_open();
    terminal_lflag(t.slave, 0, EXTPROC);
    check_input();
    check_end_of_file();
    check_change();
    check_packets();
    terminal_close(&t);
    return done();
}
