/* SPDX-License-Identifier: MIT */
/*
 * system() ignores SIGINT and SIGQUIT and blocks SIGCHLD while it waits, the
 * command does neither, and after it all is as before (system(3)).
 */
#include "tap.h"

static volatile sig_atomic_t interrupts, children;

static void on_signal(int sig)
{
    if (sig == SIGINT)
        interrupts++;
    else
        children++;
}

int main(void)
{
    struct sigaction act;
    sigset_t mask;

    plan(11);
    handle(SIGINT, on_signal, 0);
    handle(SIGCHLD, on_signal, 0);
    ok(system(NULL) != 0, "there is a shell");
    ok(exited_with(system("exit 7"), 7), "the command's exit status");
    is(children, 1, "its end is seen once system has taken its status");
    children = 0;
    ok(killed_by(system("kill -TERM $$"), SIGTERM), "or the signal");
    ok(killed_by(system("kill -INT $$"), SIGINT),
       "the command does not ignore SIGINT");
    ok(exited_with(system("kill -INT $PPID; kill -QUIT $PPID"), 0),
       "its parent does");
    is(interrupts, 0, "no handler runs");
    must(sigaction(SIGINT, NULL, &act));
    ok(act.sa_handler == on_signal, "afterwards the handler is there again");
    must(sigaction(SIGQUIT, NULL, &act));
    ok(act.sa_handler == SIG_DFL, "and the default action");
    must(sigprocmask(SIG_BLOCK, NULL, &mask));
    is(sigismember(&mask, SIGCHLD), 0, "and the mask");
    ok(exited_with(system("exec /no/such/program 2>/dev/null"), 127),
       "what cannot be run: 127");
    return done();
}
