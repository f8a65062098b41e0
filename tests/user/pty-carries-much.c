/* SPDX-License-Identifier: MIT */
/*
 * Who writes more than a pseudo-terminal holds waits for its reader and goes on,
 * at either end, and no byte is lost (pty(7)).
 */
#include "tap.h"
#include "terminal.h"

enum { BYTES = 200000, PART = 5000, PERIOD = 251 };

static int child_writes(void *fd)
{
    static char text[BYTES];
    size_t done = 0;

    for (int i = 0; i < BYTES; i++)
        text[i] = (char)(i % PERIOD);
    while (done < BYTES) {
        ssize_t n = write(*(int *)fd, text + done, BYTES - done);

        expect(n > 0);
        done += (size_t)n;
    }
    return 0;
}

/* Reads what a child writes at the other end. Returns: bytes as they should be. */
static int count_read(int from, int to)
{
    pid_t pid = child_start(child_writes, &to);
    unsigned char text[PART];
    int good = 0;
    ssize_t n;

    while (good < BYTES && terminal_has_more(from) &&
           (n = read(from, text, sizeof text)) > 0)
        for (ssize_t i = 0; i < n; i++)
            good += text[i] == good % PERIOD;
    child_wait(pid);
    return good;
}

int main(void)
{
    struct terminal t = terminal_open();
    struct termios modes;

    plan(2);
    must(tcgetattr(t.slave, &modes));
    cfmakeraw(&modes);
    must(tcsetattr(t.slave, TCSANOW, &modes));
    is(count_read(t.slave, t.master), BYTES, "typed");
    is(count_read(t.master, t.slave), BYTES, "shown");
    terminal_close(&t);
    return done();
}
