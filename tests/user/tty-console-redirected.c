/* SPDX-License-Identifier: MIT */
/*
 * Needs: root.  TIOCCONS: what is written to /dev/console goes to one terminal, until
 * that is hung up or the console itself asks for it (ioctl_tty(2)).
 *
 * There is one console for all: who tests this at the same time waits, and nothing
 * is said as long as it leads elsewhere, for that is where this test may write.
 */
#include "tap.h"
#include "terminal.h"

#include <sys/file.h>

static struct terminal t, other;
static int console, reader;

static int may_not(void *unused)
{
    (void)unused;
    expect(setuid(1) == 0);
    expect(ioctl(t.slave, TIOCCONS) == -1 && errno == EPERM);
    expect(ioctl(reader, TIOCCONS) == -1 && errno == EPERM);
    expect(ioctl(console, TIOCCONS) == -1 && errno == EPERM);
    expect(ioctl(t.master, TIOCCONS) == -1 && errno == EINVAL);
    return 0;
}

/* Says WORD on the console. Returns: whether the terminal shows it. */
static bool is_led_here(const char *word)
{
    size_t len = strlen(word);

    return write(console, word, len) == (ssize_t)len &&
           strcmp(terminal_read(t.master, len), word) == 0;
}

static int ioctl_error(int fd)
{
    return ioctl(fd, TIOCCONS) == -1 ? errno : 0;
}

static void check_led(void)
{
    int began = ioctl_error(t.slave), again = ioctl_error(t.slave);
    int second = ioctl_error(other.slave), bad = ioctl_error(reader);
    bool is_shown = is_led_here("here");
    int file = open(t.name, O_WRONLY | O_NOCTTY);
    int ended = ioctl_error(console);

    is(began, 0, "a terminal");
    is(again, EBUSY, "once: EBUSY");
    is(second, EBUSY, "nor another");
    is(bad, EBADF, "who can only read is told so first");
    ok(is_shown, "it shows what is written to the console");
    is(ended, 0, "the console ends that");
    is(ioctl_error(console), 0, "and may do so again");
    close(file);
}

/* The open file is kept, whoever has closed it. */
static void check_kept(void)
{
    int file = must(open(t.name, O_WRONLY | O_NOCTTY));
    int began = ioctl_error(file);

    close(file);
    close(reader);
    close(t.slave);
    bool is_shown = is_led_here("still here");
    struct pollfd hung_up = {t.master, POLLHUP, 0};
    poll(&hung_up, 1, 0);
    close(t.master);
    int after = ioctl_error(other.slave);
    int hang_up = ioctl(other.slave, TIOCVHANGUP), console_is_free;

    t = terminal_open();
    console_is_free = ioctl_error(t.slave);
    ioctl(console, TIOCCONS);
    is(began, 0, "a file");
    ok(is_shown, "that is closed");
    is(hung_up.revents, 0, "remains open");
    is(after, 0, "until its master is closed");
    is(hang_up, 0, "or it is hung up");
    is(console_is_free, 0, "then the next may");
}

int main(void)
{
    need_root();
    console = open("/dev/console", O_RDWR | O_NOCTTY);
    if (console == -1)
        skip_all("no console here");
    plan(16);
    must(flock(console, LOCK_EX));
    t = terminal_open();
    other = terminal_open();
    reader = must(open(t.name, O_RDONLY | O_NOCTTY));
    is(child_run(may_not, NULL), 0, "only root may");
    fails(ioctl(t.master, TIOCCONS), EINVAL, "no master: EINVAL");
    fails(ioctl(reader, TIOCCONS), EBADF, "nor who can only read: EBADF");
    check_led();
    check_kept();
    terminal_close(&t);
    terminal_close(&other);
    return done();
}
