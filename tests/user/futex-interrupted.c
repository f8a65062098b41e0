/* SPDX-License-Identifier: MIT */
/*
 * A signal's handler ends FUTEX_WAIT with EINTR; with SA_RESTART it goes on, unless
 * a time was given; stop and continue are not noticed (signal(7)).
 */
#include "tap.h"

#include "futex.h"

enum { LONG_SECONDS = 1000 };

struct job {
    volatile unsigned *word;
    int flags;         /* of the handler */
    bool has_timeout;
};

static void on_signal(int sig)
{
    (void)sig;
}

static int child_waits_handled(void *arg)
{
    struct job *job = arg;
    struct timespec time = {LONG_SECONDS, 0};

    handle(SIGUSR1, on_signal, job->flags);
    job->word[1] = 1;
    return futex(job->word, WAIT, 0, job->has_timeout ? &time : NULL, NULL, 0) == 0
               ? 0
               : errno;
}

/* What the child exits with that gets SIG while it waits, and is then woken if
 * it shall go on. */
static int outcome(volatile unsigned *word, int flags, bool has_timeout, int sig,
                   bool goes_on)
{
    struct job job = {word, flags, has_timeout};
    pid_t pid;
    int status;

    word[1] = 0;
    pid = child_start(child_waits_handled, &job);
    if (!wait_until(word[1] == 1 && proc_state(pid) == 'S'))
        tap_bail("a child that should wait");
    must(kill(pid, sig));
    if (sig == SIGSTOP) {
        must(waitpid(pid, NULL, WUNTRACED));
        must(kill(pid, SIGCONT));
    }
    /* It is woken again and again: nobody can see whether it waits once more. */
    while (waitpid(pid, &status, WNOHANG) == 0) {
        if (goes_on)
            futex(word, WAKE, 1, NULL, NULL, 0);
        tap_nap();
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int main(void)
{
    volatile unsigned *word = futex_words();

    plan(6);
    is(outcome(word, 0, false, SIGUSR1, false), EINTR, "a handler: EINTR");
    is(outcome(word, SA_RESTART, false, SIGUSR1, true), 0, "with SA_RESTART it goes on");
    is(outcome(word, 0, true, SIGUSR1, false), EINTR, "with a time: EINTR");
    is(outcome(word, SA_RESTART, true, SIGUSR1, false), EINTR, "also with SA_RESTART");
    is(outcome(word, 0, false, SIGSTOP, true), 0, "stopped and continued, it goes on");
    is(outcome(word, 0, true, SIGSTOP, true), 0, "with a time too");
    return done();
}
