/* SPDX-License-Identifier: MIT */
/*
 * No wake-up is lost: two processes hand a byte to and fro 2000 times, and
 * two that signal each other never both sleep (sigsuspend(2), pipe(7)).
 */
#include "tap.h"

enum { ROUNDS = 2000 };

static volatile sig_atomic_t got;

static void on_signal(int sig)
{
    (void)sig;
    got = 1;
}

/* Sleeps until the blocked SIGUSR1 has come. */
static void signal_await(void)
{
    sigset_t none;

    sigemptyset(&none);
    while (!got)
        sigsuspend(&none);
    got = 0;
}

static int child_echoes(void *arg)
{
    int *fds = arg;
    char c;

    close(fds[1]);
    while (read(fds[0], &c, 1) == 1)
        expect(write(fds[3], &c, 1) == 1);
    return 0;
}

static int child_answers_signals(void *unused)
{
    pid_t parent = getppid();

    (void)unused;
    for (int i = 0; i < ROUNDS; i++) {
        signal_await();
        expect(kill(parent, SIGUSR1) == 0);
    }
    return 0;
}

int main(void)
{
    int fds[4], good = 0;
    pid_t pid;
    char c;

    plan(4);
    must(pipe(fds));
    must(pipe(fds + 2));
    pid = child_start(child_echoes, fds);
    for (int i = 0; i < ROUNDS; i++) {
        must(write(fds[1], "x", 1));
        good += read(fds[2], &c, 1) == 1;
    }
    is(good, ROUNDS, "2000 bytes to and fro");
    close(fds[1]);
    ok(exited_with(child_wait(pid), 0), "the other saw the end");
    mask_one(SIG_BLOCK, SIGUSR1);
    handle(SIGUSR1, on_signal, 0);
    pid = child_start(child_answers_signals, NULL);
    for (int i = 0; i < ROUNDS; i++) {
        must(kill(pid, SIGUSR1));
        signal_await();
    }
    ok(true, "2000 signals to and fro");
    ok(exited_with(child_wait(pid), 0), "the other saw all");
    return done();
}
