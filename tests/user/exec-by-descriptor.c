/* SPDX-License-Identifier: MIT */
/*
 * execveat() and fexecve(): the program by descriptor, by a name from a
 * directory's descriptor, and their errors (execveat(2), fexecve(3)).
 */
#include "tap.h"
#include "raw.h"

enum { NOFOLLOW = 0x100, EMPTY_PATH = 0x1000, AT_CWD = -100 };

static char *name; /* this program's, relative to its directory */
static int dir_fd, cwd_fd, program_fd;

/* How execveat() ends in a child: an exit status, or 100 plus the errno. */
static int run(int fd, const char *path, int flags)
{
    pid_t pid = fork();

    if (pid == 0) {
        char *args[] = {(char *)"x", (char *)"child", NULL};
        char *env[] = {NULL};

        syscall(SYS_execveat, fd, path, args, env, flags);
        _exit(100 + errno);
    }
    return WEXITSTATUS(child_wait(pid));
}

static int child_fexecves(void *unused)
{
    char *args[] = {(char *)"x", (char *)"child", NULL};
    char *env[] = {NULL};

    (void)unused;
    fexecve(program_fd, args, env);
    return 127;
}

int main(int argc, char **argv)
{
    char program[512], *slash;

    if (argc > 1)
        return 5;
    plan(17);
    must(realpath(argv[0], program) == NULL ? -1 : 0);
    must(symlink(program, "exec-link.tmp"));
    slash = strrchr(program, '/');
    *slash = '\0';
    name = slash + 1;
    dir_fd = (int)must(open(program, O_RDONLY));
    cwd_fd = (int)must(open(".", O_RDONLY));
    program_fd = (int)must(openat(dir_fd, name, O_RDONLY | O_CLOEXEC));
    file_write("exec-script.tmp", "#!/bin/sh\nexit 6\n");
    must(chmod("exec-script.tmp", 0755));
    int script_fd = (int)must(open("exec-script.tmp", O_RDONLY));
    int marked_fd = (int)must(open("exec-script.tmp", O_RDONLY | O_CLOEXEC));

    is(run(dir_fd, name, 0), 5, "a name in a directory");
    is(run(program_fd, "", EMPTY_PATH), 5, "a descriptor alone");
    ok(exited_with(child_run(child_fexecves, NULL), 5), "fexecve");
    is(run(cwd_fd, "exec-link.tmp", 0), 5, "a link is followed");
    is(run(cwd_fd, "exec-link.tmp", NOFOLLOW), 100 + ELOOP, "or not: ELOOP");
    is(run(AT_CWD, "exec-script.tmp", 0), 6, "a script by name");
    is(run(marked_fd, "", EMPTY_PATH), 100 + ENOENT,
       "a script whose descriptor will be closed: ENOENT");
    is(run(program_fd, "", 0), 100 + ENOENT, "an empty name: ENOENT");
    is(run(program_fd, name, 0), 100 + ENOTDIR, "not a directory: ENOTDIR");
    is(run(dir_fd, "", EMPTY_PATH), 100 + EACCES, "a directory: EACCES");
    is(run(99, "", EMPTY_PATH), 100 + EBADF, "no descriptor: EBADF");
    is(run(99, name, 0), 100 + EBADF, "nor with a name");
    is(run(dir_fd, name, 1), 100 + EINVAL, "an unknown flag: EINVAL");
    is(run(dir_fd, (char *)16, 0), 100 + EFAULT, "a bad name: EFAULT");
    is(run(99, "/bin/sh", 1), 100 + EINVAL, "flags come first");
    is(run(dir_fd, "missing", 0), 100 + ENOENT, "no such file");
    ok(script_fd >= 0, "done");
    unlink("exec-link.tmp");
    unlink("exec-script.tmp");
    return done();
}
