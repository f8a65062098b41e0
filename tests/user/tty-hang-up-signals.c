/* SPDX-License-Identifier: MIT */
/* Who hears of it when a session loses its terminal: by the leader's exit the
 * foreground, by the master's end the leader, and then the foreground. */
#include "tap.h"
#include "terminal.h"

static struct terminal t;
static int ready[2], told[2];

static void signals_block(void)
{
    sigset_t all;

    sigfillset(&all);
    expect(sigprocmask(SIG_SETMASK, &all, NULL) == 0);
}

static int pending(int sig)
{
    sigset_t set;

    sigpending(&set);
    return sigismember(&set, sig);
}

/* In the foreground group: tells, when the leader has gone, what it got. */
static int listens(void *arg)
{
    pid_t leader = getppid();
    char said;

    (void)arg;
    expect(write(ready[1], "r", 1) == 1);
    expect(wait_until(getppid() != leader && pending(SIGHUP)));
    said = (char)('0' + pending(SIGHUP) + 2 * pending(SIGCONT));
    expect(write(told[1], &said, 1) == 1);
    expect(tcgetpgrp(t.slave) == -1);
    return 0;
}

/* Starts the foreground and waits until it is there. */
static pid_t foreground_start(void)
{
    char c;
    pid_t pid = child_start(listens, NULL);

    setpgid(pid, pid);
    expect(tcsetpgrp(t.slave, pid) == 0);
    expect(read(ready[0], &c, 1) == 1);
    return pid;
}

static int leads_and_exits(void *arg)
{
    (void)arg;
    signals_block();
    terminal_lead(&t);
    foreground_start();
    expect(!pending(SIGHUP));
    return 0;
}

static int leads_and_hears(void *arg)
{
    (void)arg;
    signals_block();
    close(t.master);
    terminal_lead(&t);
    foreground_start();
    expect(write(told[1], "l", 1) == 1);
    expect(wait_until(pending(SIGHUP) && pending(SIGCONT)));
    expect(open("/dev/tty", O_RDWR) == -1 && errno == ENXIO);
    return 0;
}

static char told_next(void)
{
    char c = 0;

    must(read(told[0], &c, 1));
    return c;
}

int main(void)
{
    char c;

    plan(5);
    must(pipe(ready));
    must(pipe(told));
    t = terminal_open();
    is(child_run(leads_and_exits, NULL), 0, "a leader exits");
    is(told_next(), '1', "the foreground has SIGHUP, but no SIGCONT");
    terminal_close(&t);

    t = terminal_open();
    pid_t leader = child_start(leads_and_hears, NULL);
    is(told_next(), 'l', "a leader waits");
    close(t.master);
    is(child_wait(leader), 0, "it has SIGHUP and SIGCONT when the master goes");
    close(t.slave);
    c = told_next();
    is(c, '3', "at its exit the foreground has both");
    return done();
}
