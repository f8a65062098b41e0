/* SPDX-License-Identifier: MIT */
/*
 * Real-time signals that wait queue in the order in which they were sent, each
 * with its value; the lowest number comes first, standard ones before them and
 * only once (signal(7), sigqueue(3)).
 */
#include "tap.h"

enum { SENT = 6 };

static const struct sent {
    int offset; /* from SIGRTMIN */
    int value;
} sent[SENT] = {{2, 20}, {1, 10}, {2, 21}, {1, 11}, {2, 22}, {1, 12}};
static const int want[SENT] = {10, 11, 12, 20, 21, 22};

static int values[SENT + 2], codes[SENT + 2], count;

static void on_signal(int sig, siginfo_t *info, void *context)
{
    (void)context;
    values[count] = sig == SIGUSR1 ? -1 : info->si_value.sival_int;
    codes[count++] = info->si_code;
}

int main(void)
{
    struct sigaction act = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO};
    sigset_t old;
    bool in_order = true, all_queue = true;

    plan(5);
    sigfillset(&act.sa_mask);
    must(sigaction(SIGRTMIN + 1, &act, NULL));
    must(sigaction(SIGRTMIN + 2, &act, NULL));
    must(sigaction(SIGUSR1, &act, NULL));
    must(sigprocmask(SIG_BLOCK, &act.sa_mask, &old));
    for (int i = 0; i < SENT; i++) {
        union sigval value = {.sival_int = sent[i].value};
        must(sigqueue(getpid(), SIGRTMIN + sent[i].offset, value));
    }
    must(sigqueue(getpid(), SIGUSR1, (union sigval){.sival_int = 1}));
    must(sigqueue(getpid(), SIGUSR1, (union sigval){.sival_int = 2}));
    is(count, 0, "nothing comes while all are blocked");
    must(sigprocmask(SIG_SETMASK, &old, NULL));
    is(count, SENT + 1, "each real-time one comes, the standard one once");
    is(values[0], -1, "the standard one first");
    for (int i = 0; i < SENT; i++) {
        in_order = in_order && values[i + 1] == want[i];
        all_queue = all_queue && codes[i + 1] == SI_QUEUE;
    }
    ok(in_order, "then by number, and each number in the order of sending");
    ok(all_queue, "all say SI_QUEUE");
    return done();
}
