/* SPDX-License-Identifier: MIT */
/* Keys and window sizes that send a signal to the foreground group, and what of
 * the typed line is lost by it. */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

/* The signal that is pending, or 0; the sum if there are several. */
static int pending_signal(void)
{
    sigset_t set;
    int sum = 0;

    sigpending(&set);
    for (int sig = 1; sig < 32; sig++)
        sum += sigismember(&set, sig) ? sig : 0;
    return sum;
}

/* Leads the session, with all signals blocked; exits with the one it gets. */
static int waits_for_signal(void *ready)
{
    sigset_t all;

    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    terminal_lead(&t);
    expect(write(*(int *)ready, "r", 1) == 1);
    expect(wait_until(pending_signal() != 0));
    return pending_signal();
}

static pid_t foreground_start(void)
{
    int ready[2];
    char c;
    pid_t pid;

    must(pipe(ready));
    pid = child_start(waits_for_signal, &ready[1]);
    must(read(ready[0], &c, 1));
    close(ready[0]);
    close(ready[1]);
    return pid;
}

static void check_key(const char *key, int sig, const char *shown)
{
    t = terminal_open();
    pid_t pid = foreground_start();

    terminal_type(t.master, key);
    is(WEXITSTATUS(child_wait(pid)), sig, strsignal(sig));
    shows(t.master, shown, "is shown");
    terminal_close(&t);
}

static void check_line(tcflag_t off, tcflag_t on, const char *want)
{
    char line[16];
    ssize_t n;

    t = terminal_open();
    terminal_lflag(t.slave, off, on);
    pid_t pid = foreground_start();
    terminal_type(t.master, "ab\003");
    is(WEXITSTATUS(child_wait(pid)), SIGINT, "ctrl-C in a line");
    terminal_type(t.master, "c\n");
    n = read(t.slave, line, sizeof line - 1);
    line[n > 0 ? n : 0] = '\0';
    is_str(line, want, on ? "NOFLSH keeps the line" : "the line is forgotten");
    terminal_close(&t);
}

static void check_size(int is_master)
{
    struct winsize size = { 30, 90, 0, 0 }, seen;

    t = terminal_open();
    must(ioctl(t.slave, TIOCSWINSZ, &size));
    pid_t pid = foreground_start();
    int fd = is_master ? t.master : t.slave;
    must(ioctl(fd, TIOCSWINSZ, &size)); /* the same: no signal */
    terminal_type(t.master, "\034");
    is(WEXITSTATUS(child_wait(pid)), SIGQUIT, "the same size: no signal");
    pid = foreground_start();
    size.ws_row = 31;
    must(ioctl(fd, TIOCSWINSZ, &size));
    is(WEXITSTATUS(child_wait(pid)), SIGWINCH, "another size: SIGWINCH");
    must(ioctl(is_master ? t.slave : t.master, TIOCGWINSZ, &seen));
    is(seen.ws_row, 31, "both sides see it");
    terminal_close(&t);
}

int main(void)
{
    plan(16);
    check_key("\003", SIGINT, "^C");
    check_key("\034", SIGQUIT, "^\\");
    check_key("\032", SIGTSTP, "^Z");
    check_line(0, 0, "c\n");
    check_line(0, NOFLSH, "abc\n");
    check_size(0);
    check_size(1);
    return done();
}
