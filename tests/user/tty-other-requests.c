/* SPDX-License-Identifier: MIT */
/* ioctl_tty(2): the layouts of the modes, speeds, exclusive use, typing for the
 * user, and what only answers with a number. */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

/* struct termios2, as the kernel has it. */
struct modes2 {
    tcflag_t flags[4];
    cc_t line, cc[19];
    speed_t in, out;
};

static void check_speeds(void)
{
    struct termios modes;
    struct modes2 modes2;

    must(tcgetattr(t.slave, &modes));
    is(cfgetospeed(&modes), B38400, "the usual speed");
    is(cfsetspeed(&modes, B9600), 0, "cfsetspeed");
    must(tcsetattr(t.slave, TCSADRAIN, &modes));
    must(ioctl(t.slave, 0x802C542A /* TCGETS2 */, &modes2));
    ok(modes2.out == 9600 && modes2.in == 9600, "TCGETS2 has it in numbers");
    modes2.flags[2] = (modes2.flags[2] & ~(tcflag_t)CBAUD) | 0010000;
    modes2.out = modes2.in = 12345;
    is(ioctl(t.slave, 0x402C542B /* TCSETS2 */, &modes2), 0, "any speed");
    memset(&modes2, 0, sizeof modes2);
    must(ioctl(t.slave, 0x802C542A, &modes2));
    is(modes2.out, 12345, "is kept");
    fails(cfsetospeed(&modes, 77), EINVAL, "no code for a speed");
    modes.c_cflag = (modes.c_cflag & ~(tcflag_t)CSIZE) | CS5 | PARENB | CSTOPB;
    must(tcsetattr(t.slave, TCSANOW, &modes));
    must(tcgetattr(t.slave, &modes));
    is(modes.c_cflag & (CSIZE | PARENB | CSTOPB), CS8 | CSTOPB,
       "there are always eight bits and no parity");
}

static void check_termio(void)
{
    struct { unsigned short flags[4]; unsigned char line, cc[8]; } old;
    struct termios modes;

    is(ioctl(t.slave, 0x5405 /* TCGETA */, &old), 0, "TCGETA");
    must(tcgetattr(t.slave, &modes));
    ok(old.flags[0] == (unsigned short)modes.c_iflag &&
       old.flags[3] == (unsigned short)modes.c_lflag &&
       memcmp(old.cc, modes.c_cc, 8) == 0, "has what termios has");
    old.flags[3] &= (unsigned short)~ECHO;
    is(ioctl(t.slave, 0x5406 /* TCSETA */, &old), 0, "TCSETA");
    must(tcgetattr(t.slave, &modes));
    ok(!(modes.c_lflag & ECHO), "changes it");
    fails(ioctl(t.slave, TCSETS, NULL), EFAULT, "TCSETS from nowhere");
    fails(ioctl(t.slave, 0x54ff, NULL), ENOTTY, "an unknown request");
}

static void check_numbers(void)
{
    int number = -1;

    is(ioctl(t.slave, TIOCOUTQ, &number) + number, 0, "TIOCOUTQ: all has left");
    number = -1;
    is(ioctl(t.slave, TIOCGETD, &number) + number, 0, "TIOCGETD: discipline 0");
    number = 0;
    is(ioctl(t.slave, TIOCSETD, &number), 0, "TIOCSETD to the same");
    is(tcsendbreak(t.slave, 0), 0, "tcsendbreak");
    is(tcdrain(t.slave), 0, "tcdrain");
}

static void check_exclusive(void)
{
    int fd, on = 1;

    is(ioctl(t.slave, TIOCEXCL), 0, "TIOCEXCL");
    fails(open(t.name, O_RDWR | O_NOCTTY), EBUSY, "nobody else may open it");
    is(ioctl(t.slave, TIOCNXCL), 0, "TIOCNXCL");
    fd = open(t.name, O_RDWR | O_NOCTTY);
    ok(fd >= 0, "now they may");
    close(fd);
    is(ioctl(t.slave, FIONBIO, &on), 0, "FIONBIO");
    ok(fcntl(t.slave, F_GETFL) & O_NONBLOCK, "sets O_NONBLOCK");
}

/* CLOCAL alone, by either side. */
static void check_softcar(void)
{
    struct termios modes;
    int on = 1, got = -1;

    is(ioctl(t.master, TIOCGSOFTCAR, &got) + got, 0, "TIOCGSOFTCAR: it is not set");
    is(ioctl(t.master, TIOCSSOFTCAR, &on), 0, "TIOCSSOFTCAR at the master");
    must(ioctl(t.slave, TIOCGSOFTCAR, &got));
    is(got, 1, "the slave has it");
    must(tcgetattr(t.slave, &modes));
    ok(modes.c_cflag & CLOCAL, "it is CLOCAL");
    fails(ioctl(t.slave, TIOCSSOFTCAR, NULL), EFAULT, "EFAULT");
    must(ioctl(t.slave, TIOCSSOFTCAR, &(int){0}));
    must(tcgetattr(t.slave, &modes));
    ok(!(modes.c_cflag & CLOCAL), "and off again");
}

/* A master's TIOCEXCL is its own, and concerns nobody. */
static void check_exclusive_master(void)
{
    int got = -1;

    is(ioctl(t.master, TIOCEXCL), 0, "TIOCEXCL at the master");
    must(ioctl(t.master, TIOCGEXCL, &got));
    is(got, 1, "TIOCGEXCL tells it there");
    must(ioctl(t.slave, TIOCGEXCL, &got));
    is(got, 0, "but not at the slave");
    int fd = open(t.name, O_RDWR | O_NOCTTY);
    ok(fd >= 0, "which opens");
    close(fd);
    is(ioctl(t.master, TIOCNXCL), 0, "TIOCNXCL");
}

static int leads_and_types(void *arg)
{
    char text[8];

    (void)arg;
    expect(ioctl(t.slave, TIOCSTI, "x") == -1 && errno == EPERM);
    terminal_lead(&t);
    expect(ioctl(t.slave, FIONBIO, &(int){0}) == 0);
    for (const char *p = "hi\n"; *p; p++)
        if (ioctl(t.slave, TIOCSTI, p) == -1)
            return errno == EIO ? 0 : 1; /* Linux can forbid it */
    expect(read(t.slave, text, sizeof text) == 3);
    return 0;
}

int main(void)
{
    plan(36);
    t = terminal_open();
    check_speeds();
    check_termio();
    check_numbers();
    check_exclusive();
    check_softcar();
    check_exclusive_master();
    is(child_run(leads_and_types, NULL), 0, "TIOCSTI types");
    terminal_close(&t);
    return done();
}
