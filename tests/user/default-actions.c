/* SPDX-License-Identifier: MIT */
/*
 * Each signal's default action is the one signal(7) tells: end, stop, or
 * nothing.
 */
#include "tap.h"

static int child_raises(void *arg)
{
    setpgid(0, 0); /* a group with a parent outside: it may be stopped */
    raise(*(int *)arg);
    return 0;
}

int main(void)
{
    static const int ending[] = {
        SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE,
        SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM,
        SIGSTKFLT, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGIO, SIGPWR,
        SIGSYS, 34, 64};
    static const int harmless[] = {SIGCHLD, SIGCONT, SIGURG, SIGWINCH};
    static const int stopping[] = {SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU};
    char what[64];
    int status, sig;
    pid_t pid;

    plan(25 + 4 + 4);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
        sig = ending[i];
        snprintf(what, sizeof what, "signal %d ends the process", sig);
        status = child_run(child_raises, &sig);
        ok(killed_by(status, sig), what);
    }
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++) {
        sig = harmless[i];
        snprintf(what, sizeof what, "signal %d does nothing", sig);
        ok(exited_with(child_run(child_raises, &sig), 0), what);
    }
    for (size_t i = 0; i < sizeof stopping / sizeof *stopping; i++) {
        sig = stopping[i];
        snprintf(what, sizeof what, "signal %d stops the process", sig);
        pid = child_start(child_raises, &sig);
        must(waitpid(pid, &status, WUNTRACED));
        ok(WIFSTOPPED(status) && WSTOPSIG(status) == sig, what);
        must(kill(pid, SIGCONT));
        child_wait(pid);
    }
    return done();
}
