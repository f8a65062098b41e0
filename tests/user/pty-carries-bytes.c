/* SPDX-License-Identifier: MIT */
/* A pseudo-terminal: what one side writes, the other reads, changed as the
 * modes say; names, numbers and the lock. */
#include "tap.h"
#include "terminal.h"

static void check_names(void)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    char name[64], tiny[4];
    unsigned int number;
    struct stat st;

    ok(master >= 0, "posix_openpt");
    is(ioctl(master, TIOCGPTN, &number), 0, "TIOCGPTN");
    is(ptsname_r(master, name, sizeof name), 0, "ptsname_r");
    is(ptsname_r(master, tiny, sizeof tiny), ERANGE, "into too few bytes");
    is_str(ptsname(master), name, "ptsname says the same");
    is(stat(name, &st), 0, "the slave has a name");
    ok(S_ISCHR(st.st_mode) && st.st_uid == geteuid(), "and is the opener's");
    fails(open(name, O_RDWR | O_NOCTTY), EIO, "it is locked at first");
    is(grantpt(master), 0, "grantpt");
    is(unlockpt(master), 0, "unlockpt");
    int slave = open(name, O_RDWR | O_NOCTTY);
    ok(slave >= 0, "now it opens");
    is_str(ttyname(slave), name, "ttyname finds it");
    ok(isatty(slave) && isatty(master), "both sides are terminals");
    int peer = ioctl(master, TIOCGPTPEER, O_RDWR | O_NOCTTY);
    ok(peer >= 0, "TIOCGPTPEER opens the slave");
    close(peer);
    close(slave);
    close(master);
    fails(stat(name, &st), ENOENT, "no name is left without the master");
}

static void check_bytes(void)
{
    struct terminal t = terminal_open();
    char text[64];

    terminal_type(t.master, "hello\r");
    shows(t.master, "hello\r\n", "typing is echoed");
    is(read(t.slave, text, sizeof text), 6, "and read as a line");
    ok(memcmp(text, "hello\n", 6) == 0, "with a newline");
    is(write(t.slave, "a\nb", 3), 3, "the slave writes");
    shows(t.master, "a\r\nb", "the master reads carriage return and newline");
    terminal_close(&t);
}

static void check_two(void)
{
    struct terminal t = terminal_open(), u = terminal_open();

    ok(strcmp(t.name, u.name) != 0, "two terminals have two names");
    terminal_lflag(u.slave, ECHO, 0);
    terminal_type(t.master, "x");
    shows(t.master, "x", "and their own modes");
    shows_no_more(&u, "the other is silent");
    terminal_close(&t);
    terminal_close(&u);
}

static void check_errors(void)
{
    int fd = open("/dev/null", O_RDWR);

    fails(grantpt(fd), EINVAL, "grantpt of what is no master");
    fails(unlockpt(fd), EINVAL, "unlockpt of it");
    is(ptsname_r(fd, (char[64]){0}, 64), ENOTTY, "ptsname_r of it");
    close(fd);
}

int main(void)
{
    plan(26);
    check_names();
    check_bytes();
    check_two();
    check_errors();
    return done();
}
