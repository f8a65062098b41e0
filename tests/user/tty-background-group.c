/* SPDX-License-Identifier: MIT */
/* What a process in a background group may do with its terminal: read, write,
 * change; by default, with the signal ignored or blocked, and orphaned. */
#include "tap.h"
#include "terminal.h"

enum how { BY_DEFAULT, IGNORED, BLOCKED, ORPHANED };
enum { STOPPED_BY = 100 };

static struct terminal t;

static int do_read(void)
{
    char c;

    return (int)read(t.slave, &c, 1);
}

static int do_write(void)
{
    return (int)write(t.slave, "x", 1);
}

static int do_set_modes(void)
{
    struct termios modes;

    expect(tcgetattr(t.slave, &modes) == 0);
    return tcsetattr(t.slave, TCSANOW, &modes);
}

static int do_set_group(void)
{
    return tcsetpgrp(t.slave, getpgrp());
}

static int do_flush(void)
{
    return tcflush(t.slave, TCIFLUSH);
}

static int do_flow(void)
{
    return tcflow(t.slave, TCOON);
}

static int do_set_size(void)
{
    return ioctl(t.slave, TIOCSWINSZ, &(struct winsize){ 9, 9, 0, 0 });
}

static const struct row {
    const char *what;
    int (*action)(void);
    bool is_tostop;
    enum how how;
    int result; /* 0, an errno, or STOPPED_BY + signal */
} rows[] = {
    { "read", do_read, false, BY_DEFAULT, STOPPED_BY + SIGTTIN },
    { "read, SIGTTIN ignored", do_read, false, IGNORED, EIO },
    { "read, SIGTTIN blocked", do_read, false, BLOCKED, EIO },
    { "read, orphaned", do_read, false, ORPHANED, EIO },
    { "write", do_write, false, BY_DEFAULT, 0 },
    { "write, TOSTOP", do_write, true, BY_DEFAULT, STOPPED_BY + SIGTTOU },
    { "write, TOSTOP, SIGTTOU ignored", do_write, true, IGNORED, 0 },
    { "write, TOSTOP, SIGTTOU blocked", do_write, true, BLOCKED, 0 },
    { "write, TOSTOP, orphaned", do_write, true, ORPHANED, EIO },
    { "tcsetattr", do_set_modes, false, BY_DEFAULT, STOPPED_BY + SIGTTOU },
    { "tcsetattr, ignored", do_set_modes, false, IGNORED, 0 },
    { "tcsetattr, orphaned", do_set_modes, false, ORPHANED, EIO },
    { "tcsetpgrp", do_set_group, false, BY_DEFAULT, STOPPED_BY + SIGTTOU },
    { "tcsetpgrp, blocked", do_set_group, false, BLOCKED, 0 },
    { "tcsetpgrp, orphaned", do_set_group, false, ORPHANED, ENOTTY },
    { "tcflush", do_flush, false, BY_DEFAULT, STOPPED_BY + SIGTTOU },
    { "tcflow", do_flow, false, BY_DEFAULT, STOPPED_BY + SIGTTOU },
    { "the window size", do_set_size, false, BY_DEFAULT, 0 },
};

/* In the background: acts, and exits with what came of it. */
static int acts(void *arg)
{
    const struct row *row = arg;

    if (row->how == IGNORED) {
        signal(SIGTTIN, SIG_IGN);
        signal(SIGTTOU, SIG_IGN);
    } else if (row->how == BLOCKED) {
        mask_one(SIG_BLOCK, SIGTTIN);
        mask_one(SIG_BLOCK, SIGTTOU);
    }
    return row->action() == -1 ? errno : 0;
}

static int acts_in_own_group(void *arg)
{
    setpgid(0, 0);
    return acts(arg);
}

/* Puts another group into the foreground, and so itself into the background:
 * with its parent in another session it is orphaned. */
static int acts_orphaned(const struct row *row)
{
    pid_t other = child_start(child_pauses, NULL);
    int result;

    expect(setpgid(other, 0) == 0 && tcsetpgrp(t.slave, other) == 0);
    result = acts((void *)row);
    child_kill(other);
    return result;
}

static int leads(void *arg)
{
    const struct row *row = arg;
    int status;
    pid_t pid;

    terminal_lead(&t);
    if (row->is_tostop)
        terminal_lflag(t.slave, 0, TOSTOP);
    if (row->how == ORPHANED)
        return acts_orphaned(row);
    pid = child_start(acts_in_own_group, arg);
    expect(waitpid(pid, &status, WUNTRACED) == pid);
    if (!WIFSTOPPED(status))
        return WEXITSTATUS(status);
    child_kill(pid);
    return STOPPED_BY + WSTOPSIG(status);
}

int main(void)
{
    const size_t count = sizeof rows / sizeof rows[0];

    plan((int)count);
    for (size_t i = 0; i < count; i++) {
        t = terminal_open();
        is(WEXITSTATUS(child_run(leads, (void *)&rows[i])), rows[i].result,
           rows[i].what);
        terminal_close(&t);
    }
    return done();
}
