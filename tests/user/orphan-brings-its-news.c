/* SPDX-License-Identifier: MIT */
/*
 * An orphan's new parent is told of an end that nobody has waited for, has the dead
 * vanish if it ignores SIGCHLD, may still hear of a stop, and knows its new child by
 * SIGCHLD, whatever signal the old parent had asked for (exit(3p), clone(2)).
 */
#include "clone.h"

#include <sys/mman.h>
#include <sys/prctl.h>

enum { SET_SUBREAPER = 36, STATUS = 6 };

static pid_t *orphan;   /* shared with the children */

static int ends(void *unused)
{
    (void)unused;
    return STATUS;
}

static int leaves_zombie(void *unused)
{
    siginfo_t info;

    (void)unused;
    handle(SIGCHLD, SIG_DFL, 0);
    *orphan = child_start(ends, NULL);
    expect(waitid(P_PID, (id_t)*orphan, &info, WEXITED | WNOWAIT) == 0);
    return 0;
}

static int leaves_stopped(void *unused)
{
    (void)unused;
    *orphan = child_start(child_pauses, NULL);
    expect(kill(*orphan, SIGSTOP) == 0);
    expect(wait_until(proc_state(*orphan) == 'T'));
    return 0;
}

/* Between the orphan's old parent and its new one. */
static int waits_then_pauses(void *unused)
{
    child_run(leaves_stopped, NULL);
    return child_pauses(unused);
}

static int leaves_one_of_another_signal(void *unused)
{
    (void)unused;
    *orphan = clone_start(child_pauses, NULL, SIGUSR1);
    return 0;
}

static void check_end(void)
{
    siginfo_t info;
    sigset_t set;
    int status;
    pid_t child;

    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    mask_one(SIG_BLOCK, SIGCHLD);
    child = child_start(leaves_zombie, NULL);
    is(sigwaitinfo(&set, &info), SIGCHLD, "the new parent is told of an end");
    ok(info.si_pid == *orphan && info.si_code == CLD_EXITED &&
       info.si_status == STATUS, "which is the orphan's, before its parent's");
    child_wait(child);
    ok(wait(&status) == *orphan && exited_with(status, STATUS), "and waits for it");
    mask_one(SIG_UNBLOCK, SIGCHLD);
    handle(SIGCHLD, SIG_IGN, 0);
    child_start(leaves_zombie, NULL);
    fails(wait(&status), ECHILD, "ignoring SIGCHLD it has nobody to wait for");
    handle(SIGCHLD, SIG_DFL, 0);
}

static void check_stop(void)
{
    int status;
    pid_t middle = child_start(waits_then_pauses, NULL);

    *orphan = 0;
    must(waitpid(-1, &status, WUNTRACED | WNOHANG)); /* nothing new yet */
    must(wait_until(*orphan && proc_stat_field(*orphan, 4) == getpid()) - 1);
    is(waitpid(-1, &status, WUNTRACED | WNOHANG), *orphan, "a stop is told, too");
    ok(WIFSTOPPED(status), "as one");
    child_kill(*orphan);
    child_kill(middle);
}

int main(void)
{
    int status;

    plan(8);
    orphan = mmap(NULL, sizeof *orphan, PROT_READ | PROT_WRITE,
                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (orphan == MAP_FAILED)
        tap_bail("mmap");
    must(prctl(SET_SUBREAPER, 1UL, 0UL, 0UL, 0UL));
    check_end();
    check_stop();
    child_run(leaves_one_of_another_signal, NULL);
    must(kill(*orphan, SIGKILL));
    is(wait(&status), *orphan, "one of another signal is waited for as any");
    ok(killed_by(status, SIGKILL), "when it has ended");
    return done();
}
