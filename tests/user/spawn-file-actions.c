/* SPDX-License-Identifier: MIT */
/*
 * The file actions of posix_spawn() happen in order in the child, and one that
 * fails makes it fail (posix_spawn_file_actions_addopen(3)).
 */
#include "spawn-again.h"

#define FILE_NAME "spawn-actions.tmp"

enum { FD = 30, FD2, FD_SELF };

static posix_spawn_file_actions_t actions;

static bool is_open(int fd)
{
    return fcntl(fd, F_GETFD) != -1;
}

static int child_main(const char *mode)
{
    char text[64];

    if (strcmp(mode, "write") == 0)
        return write(1, "spawned", 7) == 7 && !is_open(FD) ? 5 : 1;
    if (strcmp(mode, "open") == 0)
        return is_open(FD) && is_open(FD2) && !is_open(0) ? 5 : 1;
    if (strcmp(mode, "self") == 0)
        return is_open(FD_SELF) ? 5 : 1;
    return getcwd(text, sizeof text) != NULL && strcmp(text, mode) == 0 ? 5 : 1;
}

/* Takes the actions so far, and begins a new list. */
static int run(const char *mode)
{
    int result = spawn_run(mode, &actions, NULL);

    posix_spawn_file_actions_destroy(&actions);
    memset(&actions, 0xa5, sizeof actions);
    posix_spawn_file_actions_init(&actions);
    return result;
}

int main(int argc, char **argv)
{
    static char absolute[512];
    char path[sizeof FILE_NAME], text[32] = "";

    if (argc > 1)
        return child_main(argv[1]);
    plan(17);
    must(realpath(argv[0], absolute) == NULL ? -1 : 0);
    spawn_program = absolute;
    is(posix_spawn_file_actions_init(&actions), 0, "init");
    strcpy(path, FILE_NAME);
    is(posix_spawn_file_actions_addopen(&actions, FD, path,
                                        O_WRONLY | O_CREAT, 0600),
       0, "open");
    memset(path, 'x', sizeof path - 1); /* the path was copied */
    is(posix_spawn_file_actions_adddup2(&actions, FD, 1), 0, "dup2");
    is(posix_spawn_file_actions_addclose(&actions, FD), 0, "close");
    is(run("write"), 5, "in order: opened, duplicated, closed");
    ok(file_read(FILE_NAME, text, sizeof text) == 7, "the child wrote to it");
    is_str(text, "spawned", "what it had to");
    unlink(FILE_NAME);

    posix_spawn_file_actions_addclose(&actions, 0);
    posix_spawn_file_actions_addopen(&actions, FD, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, FD, FD2);
    is(run("open"), 5, "open takes the descriptor that it was given");
    must(dup2(1, FD_SELF));
    must(fcntl(FD_SELF, F_SETFD, FD_CLOEXEC));
    posix_spawn_file_actions_adddup2(&actions, FD_SELF, FD_SELF);
    is(run("self"), 5, "dup2 to itself unmarks close-on-exec");
    posix_spawn_file_actions_addchdir_np(&actions, "/dev");
    is(run("/dev"), 5, "chdir");
    int fd = (int)must(open("/", O_RDONLY | O_CLOEXEC));

    posix_spawn_file_actions_addfchdir_np(&actions, fd);
    is(run("/"), 5, "fchdir");

    posix_spawn_file_actions_addopen(&actions, FD, "/missing/x", O_RDONLY, 0);
    is(run("x"), 100 + ENOENT, "an open that fails");
    posix_spawn_file_actions_adddup2(&actions, 99, 1);
    is(run("x"), 100 + EBADF, "a dup2 that fails");
    posix_spawn_file_actions_addchdir_np(&actions, "/missing");
    is(run("x"), 100 + ENOENT, "a chdir that fails");
    is(posix_spawn_file_actions_addclose(&actions, -1), EBADF, "bad close");
    is(posix_spawn_file_actions_adddup2(&actions, 1, -1), EBADF, "bad dup2");
    is(posix_spawn_file_actions_addopen(&actions, -1, "x", 0, 0), EBADF,
       "bad open");
    return done();
}
