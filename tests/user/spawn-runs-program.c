/* SPDX-License-Identifier: MIT */
/*
 * posix_spawn() starts a program with its arguments and environment and gives
 * its pid; a failure is its result, and leaves no child (posix_spawn(3)).
 */
#include "spawn-again.h"

static int child_main(int argc, char **argv)
{
    const char *value = getenv("SPAWNED");

    if (strcmp(argv[1], "arguments") != 0)
        return 6;
    return argc == 3 && strcmp(argv[2], "two words") == 0 &&
                   value != NULL && strcmp(value, "yes") == 0 &&
                   getenv("PATH") == NULL
               ? 5 : 1;
}

int main(int argc, char **argv)
{
    char *args[] = {(char *)"x", (char *)"arguments", (char *)"two words",
                    NULL};
    char *env[] = {(char *)"SPAWNED=yes", NULL};
    char *true_args[] = {(char *)"true", NULL};
    char *text_args[] = {(char *)"spawn-text.tmp", NULL};
    pid_t pid = 0;

    if (argc > 1)
        return child_main(argc, argv);
    plan(14);
    spawn_program = argv[0];
    errno = 77;
    is(posix_spawn(&pid, argv[0], NULL, NULL, args, env), 0, "spawned");
    is(errno, 77, "errno is left alone");
    ok(exited_with(child_wait(pid), 5), "with arguments and environment");
    is(spawn_run("other", NULL, NULL), 6, "as often as wanted");
    is(posix_spawnp(&pid, "true", NULL, NULL, true_args, environ), 0,
       "posix_spawnp looks in PATH");
    ok(exited_with(child_wait(pid), 0), "and found it");
    is(posix_spawnp(NULL, argv[0], NULL, NULL, args, env), 0,
       "or not, with a slash; the pid is not needed");
    ok(wait(NULL) > 0, "it can be waited for all the same");

    pid = 12345;
    is(posix_spawn(&pid, "missing", NULL, NULL, args, env), ENOENT,
       "no such file");
    is(posix_spawnp(&pid, "missing", NULL, NULL, args, env), ENOENT,
       "nor in PATH");
    is(posix_spawn(&pid, ".", NULL, NULL, args, env), EACCES, "a directory");
    file_write("spawn-text.tmp", "no program\n");
    must(chmod("spawn-text.tmp", 0755));
    is(posix_spawn(&pid, "./spawn-text.tmp", NULL, NULL, text_args, env),
       ENOEXEC, "no program");
    unlink("spawn-text.tmp");
    fails(wait(NULL), ECHILD, "a failure leaves no child");
    is(errno, ECHILD, "nor an error of its own");
    return done();
}
