/* SPDX-License-Identifier: MIT */
/* What a master wrote came to a slave without lines in pieces of 256 bytes: a read
 * got the first of them, and O_ASYNC signalled each.  It is one event. */
#include "tap.h"
#include "sigio.h"
#include "terminal.h"

enum { SIG = 44, BURST = 1000 };

static struct terminal t;
static char bytes[BURST], text[2 * BURST];

static int reads_blocked(void *unused)
{
    (void)unused;
    expect(read(t.slave, text, sizeof text) == BURST);
    expect(memcmp(text, bytes, BURST) == 0);
    return 0;
}

int main(void)
{
    plan(6);
    sigio_block();
    memset(bytes, 'b', sizeof bytes);
    t = terminal_open();
    terminal_lflag(t.slave, ICANON | ECHO, 0);
    sigio_enable(t.slave, SIG);
    must(write(t.master, bytes, BURST));
    sigio_came(SIG, t.slave, true, "a burst is signalled");
    sigio_none("once");
    is(read(t.slave, text, sizeof text), BURST, "it is read");
    pid_t pid = child_start(reads_blocked, NULL);
    ok(wait_until(is_asleep(pid)), "a reader sleeps");
    must(write(t.master, bytes, BURST));
    is(child_wait(pid), 0, "it gets the whole burst");
    terminal_close(&t);
    return done();
}
