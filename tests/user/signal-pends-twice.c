/* SPDX-License-Identifier: MIT */
/*
 * A signal for the process (kill) and the same for its thread (tgkill) wait
 * apart: both are delivered, the thread's own first (signal(7)).
 */
#include "tap.h"

static char seen[8];
static int seen_count;

static void note(int sig, siginfo_t *info, void *context)
{
    (void)context;
    seen[seen_count++] = sig == SIGUSR2 ? '2' : info->si_code == SI_USER ? 'p' : 't';
}

/* Posts what LETTERS say, as note() would write it, while all is blocked; then
 * lets it come. Returns: what came, in order. */
static const char *deliver(const char *letters)
{
    sigset_t all, before;

    sigfillset(&all);
    must(sigprocmask(SIG_BLOCK, &all, &before));
    for (; *letters; letters++)
        must(*letters == 'p' ? kill(getpid(), SIGUSR1)
                             : tgkill(getpid(), gettid(),
                                      *letters == 't' ? SIGUSR1 : SIGUSR2));
    memset(seen, 0, sizeof seen);
    seen_count = 0;
    must(sigprocmask(SIG_SETMASK, &before, NULL));
    return seen;
}

static void handle_alone(int sig)
{
    struct sigaction act;

    memset(&act, 0, sizeof act);
    act.sa_sigaction = note;
    act.sa_flags = SA_SIGINFO;
    sigfillset(&act.sa_mask);
    must(sigaction(sig, &act, NULL));
}

static int child_looks(void *unused)
{
    sigset_t set;

    (void)unused;
    return sigpending(&set) == 0 && !sigismember(&set, SIGUSR1) ? 0 : 1;
}

int main(void)
{
    sigset_t set;

    plan(8);
    handle_alone(SIGUSR1);
    handle_alone(SIGUSR2);
    is_str(deliver("pp"), "p", "two for the process are one");
    is_str(deliver("tt"), "t", "two for the thread are one");
    is_str(deliver("ptpt"), "tp", "one for each is two, the thread's first");
    is_str(deliver("p2"), "2p", "even if that has the higher number");
    mask_one(SIG_BLOCK, SIGUSR1);
    must(kill(getpid(), SIGUSR1));
    must(tgkill(getpid(), gettid(), SIGUSR1));
    ok(exited_with(child_run(child_looks, NULL), 0), "a child has neither");
    handle(SIGUSR1, SIG_IGN, 0);
    must(sigpending(&set));
    is(sigismember(&set, SIGUSR1), 0, "to ignore it discards both");
    must(kill(getpid(), SIGUSR1));
    must(sigpending(&set));
    is(sigismember(&set, SIGUSR1), 1, "a blocked one waits though ignored");
    mask_one(SIG_UNBLOCK, SIGUSR1);
    ok(sigpending(&set) == 0 && !sigismember(&set, SIGUSR1), "until unblocked");
    return done();
}
