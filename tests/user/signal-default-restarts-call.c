/* SPDX-License-Identifier: MIT */
/*
 * A signal without a handler, ignored or stopping and continued, does not
 * end a waiting read() with an error (signal(7)).
 */
#include "tap.h"

static int fds[2];

static int child_reads(void *unused)
{
    char text[4] = "";

    (void)unused;
    handle(SIGUSR1, SIG_IGN, 0);
    close(fds[1]);
    expect(read(fds[0], text, 3) == 3);
    return strcmp(text, "end") == 0 ? 0 : 1;
}

int main(void)
{
    int status;
    pid_t pid;

    plan(4);
    must(pipe(fds));
    pid = child_start(child_reads, NULL);
    ok(wait_until(is_asleep(pid)), "it reads");
    must(kill(pid, SIGUSR1));
    must(kill(pid, SIGCHLD));
    must(kill(pid, SIGSTOP));
    is(waitpid(pid, &status, WUNTRACED), pid, "it is stopped");
    must(kill(pid, SIGCONT));
    ok(wait_until(is_asleep(pid)), "it reads again");
    must(write(fds[1], "end", 3));
    ok(exited_with(child_wait(pid), 0), "and gets the data");
    return done();
}
