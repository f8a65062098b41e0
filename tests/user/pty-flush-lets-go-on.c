/* SPDX-License-Identifier: MIT */
/*
 * A write to the master that waits for room goes on when the slave's input is
 * flushed (pty(7), tcflush(3)).
 */
#include "tap.h"
#include "terminal.h"

enum { MUCH = 200000 };

static struct terminal t;

static int types_much(void *unused)
{
    static char text[MUCH];
    size_t done = 0;
    ssize_t n;

    (void)unused;
    while (done < sizeof text) {
        n = write(t.master, text + done, sizeof text - done);
        expect(n > 0);
        done += (size_t)n;
    }
    return 7;
}

int main(void)
{
    int status = -1;
    pid_t pid;

    plan(2);
    t = terminal_open();
    terminal_lflag(t.slave, ICANON | ECHO | ISIG, 0);
    pid = child_start(types_much, NULL);
    ok(wait_until(is_asleep(pid)), "one types more than there is room for");
    ok(wait_until(tcflush(t.slave, TCIFLUSH) == 0 &&
                  waitpid(pid, &status, WNOHANG) == pid) &&
           exited_with(status, 7), "flushes let him go on");
    terminal_close(&t);
    return done();
}
