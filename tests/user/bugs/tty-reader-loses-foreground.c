/* SPDX-License-Identifier: MIT */
/*
 * Whether a reader is in the foreground is asked when it begins.  Once, one that
 * slept and had lost the foreground was stopped by the line that came.
 */
#include "tap.h"
#include "terminal.h"

static struct terminal t;
static int ready[2];

static int child_reads(void *unused)
{
    char text[8];

    (void)unused;
    setpgid(0, 0);
    expect(wait_until(tcgetpgrp(t.slave) == getpid()));
    expect(write(ready[1], "x", 1) == 1);
    return (int)read(t.slave, text, sizeof text);
}

static int child_leads(void *unused)
{
    int status;
    pid_t pid;
    char c;

    (void)unused;
    signal(SIGTTOU, SIG_IGN);
    terminal_lead(&t);
    pid = child_start(child_reads, NULL);
    setpgid(pid, pid);
    expect(tcsetpgrp(t.slave, pid) == 0);
    expect(read(ready[0], &c, 1) == 1);
    expect(wait_until(is_asleep(pid)));
    expect(tcsetpgrp(t.slave, getpgrp()) == 0);
    terminal_type(t.master, "line\n");
    expect(waitpid(pid, &status, WUNTRACED) == pid);
    return exited_with(status, 5) ? 0 : 1;
}

int main(void)
{
    plan(1);
    must(pipe(ready));
    t = terminal_open();
    ok(exited_with(child_run(child_leads, NULL), 0), "it reads the line");
    terminal_close(&t);
    return done();
}
