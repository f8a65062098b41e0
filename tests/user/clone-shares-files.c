/* SPDX-License-Identifier: MIT */
/*
 * CLONE_FILES shares the descriptors, CLONE_FS the working directory and the
 * umask; exec and unshare() give a process its own (clone(2), unshare(2)).
 */
#include "clone.h"

enum { FD_MADE = 20, FD_MARKED, FD_GONE };

static char **program;

static int child_opens_and_closes(void *unused)
{
    (void)unused;
    return dup2(1, FD_MADE) == FD_MADE && close(FD_GONE) == 0 ? 0 : 1;
}

static int child_execs(void *unused)
{
    char *args[] = {program[0], (char *)"child", NULL};

    (void)unused;
    execv(program[0], args);
    return 127;
}

static int child_unshares_files(void *unused)
{
    (void)unused;
    expect(unshare(CLONE_FILES) == 0);
    return close(FD_MADE) == 0 ? 0 : 1;
}

static int child_moves(void *unused)
{
    (void)unused;
    umask(0123);
    return chdir("/dev");
}

static int child_moves_alone(void *unused)
{
    (void)unused;
    expect(unshare(CLONE_FS) == 0);
    umask(0);
    return chdir("/");
}

static bool is_open(int fd)
{
    return fcntl(fd, F_GETFD) != -1;
}

int main(int argc, char **argv)
{
    char cwd[64], absolute[512];

    if (argc > 1)
        return is_open(FD_MARKED) ? 1 : 5;
    plan(14);
    must(realpath(argv[0], absolute) == NULL ? -1 : 0);
    argv[0] = absolute;
    program = argv;
    must(dup2(1, FD_GONE));
    ok(exited_with(clone_run(child_opens_and_closes, NULL, CLONE_FILES), 0),
       "a child with the same descriptors");
    ok(is_open(FD_MADE), "what it opened is open here");
    ok(!is_open(FD_GONE), "what it closed is closed");
    must(dup2(1, FD_MARKED));
    must(fcntl(FD_MARKED, F_SETFD, FD_CLOEXEC));
    ok(exited_with(clone_run(child_execs, NULL, CLONE_FILES), 5),
       "close-on-exec closes in a new program");
    ok(is_open(FD_MARKED), "but not here");
    ok(exited_with(clone_run(child_unshares_files, NULL, CLONE_FILES), 0),
       "unshare(CLONE_FILES)");
    ok(is_open(FD_MADE), "and a close is not seen here");

    ok(exited_with(clone_run(child_moves, NULL, CLONE_FS), 0),
       "a child with the same directory");
    is_str(getcwd(cwd, sizeof cwd), "/dev", "we are where it went");
    is((int)umask(0123), 0123, "with its umask");
    ok(exited_with(clone_run(child_moves_alone, NULL, CLONE_FS), 0),
       "unshare(CLONE_FS)");
    is_str(getcwd(cwd, sizeof cwd), "/dev", "and we stay");
    is((int)umask(022), 0123, "with the umask");
    fails(unshare(0x1), EINVAL, "unshare with an unknown flag");
    return done();
}
