/* SPDX-License-Identifier: MIT */
/*
 * The leader that gives its terminal up (TIOCNOTTY) is the sender of SIGHUP and SIGCONT.
 * Once, they came from the kernel.
 */
#include "tap.h"
#include "terminal.h"

static struct terminal t;

static bool is_mine(int sig)
{
    siginfo_t info;
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, sig);
    return sigwaitinfo(&set, &info) == sig && info.si_code == SI_USER &&
           info.si_pid == getpid() && info.si_uid == getuid();
}

static int child_leads(void *unused)
{
    sigset_t set;

    (void)unused;
    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGCONT);
    expect(sigprocmask(SIG_BLOCK, &set, NULL) == 0);
    terminal_lead(&t);
    expect(ioctl(t.slave, TIOCNOTTY) == 0);
    expect(is_mine(SIGHUP));
    expect(is_mine(SIGCONT));
    return 0;
}

int main(void)
{
    plan(1);
    t = terminal_open();
    is(child_run(child_leads, NULL), 0, "both have the leader's pid");
    terminal_close(&t);
    return done();
}
