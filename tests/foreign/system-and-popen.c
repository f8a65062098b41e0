/* SPDX-License-Identifier: MIT */
/* system and popen, which the libraries make of clone, posix_spawn and wait. */
#include "tap.h"

#include <spawn.h>

static char answer[256];

/* What COMMAND writes; its status to *STATUS. */
static const char *said(const char *command, int *status)
{
    FILE *from = popen(command, "r");
    size_t n = fread(answer, 1, sizeof answer - 1, from);

    answer[n] = '\0';
    *status = pclose(from);
    return answer;
}

static void check_spawn(void)
{
    char *argv[] = {"sh", "-c", "echo spawned; exit 5", NULL};
    char text[32];
    posix_spawn_file_actions_t actions;
    pid_t pid;
    int fds[2];

    must(pipe(fds));
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fds[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, fds[0]);
    is(posix_spawn(&pid, "/bin/sh", &actions, NULL, argv, environ), 0,
       "posix_spawn");
    close(fds[1]);
    is(read(fds[0], text, sizeof text), 8, "its output comes by the pipe");
    ok(exited_with(child_wait(pid), 5), "and it ends as told");
    is(posix_spawn(&pid, "/none/such", NULL, NULL, argv, environ), ENOENT,
       "posix_spawn of nothing: ENOENT");
}

int main(void)
{
    int status;

    plan(11);
    ok(system(NULL) != 0, "there is a shell");
    ok(exited_with(system("exit 3"), 3), "system tells the exit status");
    ok(killed_by(system("kill -9 $$"), SIGKILL), "and the signal");
    ok(exited_with(system("none-such 2>/dev/null"), 127), "127: not found");
    is_str(said("echo one; echo two", &status), "one\ntwo\n", "popen reads");
    is(status, 0, "and pclose tells the status");
    said("exit 9", &status);
    ok(exited_with(status, 9), "also when it is not 0");
    check_spawn();
    return done();
}
