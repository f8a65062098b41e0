/* SPDX-License-Identifier: MIT */
/*
 * Each real-time signal ends a process by default and can be ignored; kill()
 * and tgkill() send it without a value, and say who sent it (signal(7)).
 */
#include "tap.h"
#include "raw.h"

static int child_raises(void *sig)
{
    must(raw_call(SYS_kill, getpid(), *(int *)sig, 0));
    return 0;
}

static int child_ignores(void *sig)
{
    handle(*(int *)sig, SIG_IGN, 0);
    return child_raises(sig);
}

static bool all_do(int (*child)(void *), bool ends)
{
    for (int sig = SIGRTMIN; sig <= SIGRTMAX; sig++) {
        int status = child_run(child, &sig);

        if (ends ? !killed_by(status, sig) : !exited_with(status, 0)) {
            diag("signal %d: status 0x%x", sig, (unsigned int)status);
            return false;
        }
    }
    return true;
}

int main(void)
{
    struct timespec none = {0, 0};
    siginfo_t info;
    sigset_t set;

    plan(8);
    ok(all_do(child_raises, true), "by default each ends the process");
    ok(all_do(child_ignores, false), "each can be ignored");
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN);
    must(sigprocmask(SIG_BLOCK, &set, NULL));
    is(raw_call(SYS_tgkill, getpid(), getpid(), SIGRTMIN), 0, "tgkill succeeds");
    is(sigtimedwait(&set, &info, &none), SIGRTMIN, "its signal comes");
    is(info.si_code, SI_TKILL, "SI_TKILL");
    must(kill(getpid(), SIGRTMIN));
    is(sigtimedwait(&set, &info, &none), SIGRTMIN, "so does kill's");
    is(info.si_code, SI_USER, "SI_USER");
    ok(info.si_pid == getpid() && info.si_uid == getuid(), "by whom");
    return done();
}
