/* SPDX-License-Identifier: MIT */
/*
 * A write to one side of a pseudo-terminal that waits for room goes on when the other
 * side's input is flushed (pty(7), tcflush(3)).
 */
#include "tap.h"
#include "terminal.h"

enum { MUCH = 200000 };

static struct terminal t;

static int writes_much(void *fd)
{
    static char text[MUCH];
    size_t done = 0;
    ssize_t n;

    while (done < sizeof text) {
        n = write(*(int *)fd, text + done, sizeof text - done);
        expect(n > 0);
        done += (size_t)n;
    }
    return 7;
}

static void check(int *to, int flushed, const char *what)
{
    int status = -1;
    pid_t pid = child_start(writes_much, to);

    ok(wait_until(is_asleep(pid)), what);
    ok(wait_until(tcflush(flushed, TCIFLUSH) == 0 &&
                  waitpid(pid, &status, WNOHANG) == pid) &&
           exited_with(status, 7), "flushes let him go on");
}

int main(void)
{
    plan(4);
    t = terminal_open();
    terminal_lflag(t.slave, ICANON | ECHO | ISIG, 0);
    check(&t.master, t.slave, "one types more than there is room for");
    check(&t.slave, t.master, "one shows more than there is room for");
    terminal_close(&t);
    return done();
}
